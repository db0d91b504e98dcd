import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'change-log',
  title: 'Changes are written down for users.',
  order: 180,
  why: 'Whoever upgrades has to read commits to learn what breaks.',
  todo: 'Keep CHANGELOG.md with a section for what is not released yet, or fragments that a tool collects.',
  measure: ({ view }) => {
    const path = view.paths.find(each =>
      /^(?:(?:docs?|doc)\/)?(?:CHANGELOG|CHANGES|HISTORY|NEWS|RELEASES|release[-_]notes)[\w.-]*$/i.test(each),
    )
    const folder = view.paths.find(each => /^(?:changelog\.d|changes|newsfragments|news)\//.test(each))
    const found = path ?? folder
    return found === undefined ? notMet('no change log was found') : met(found, { path: found, line: 1 })
  },
})
