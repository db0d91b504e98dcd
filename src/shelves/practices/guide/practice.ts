import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'guide',
  title: 'There is documentation beyond the README.',
  order: 190,
  why: 'A README that has to say everything is read by nobody.',
  todo: 'Begin docs/ with one page: how to get from nothing to a first result.',
  measure: ({ view }, { claims }) => {
    const made = claims.find(each => each.topic === 'docs')
    const page = view.paths.find(each => /^docs?\/.*\.(?:md|rst|txt)$/.test(each))
    if (made !== undefined) return met(`${made.value}: ${made.from}`, made.place)
    return page === undefined
      ? notMet('no docs folder with a page was found')
      : met('a docs folder', { path: page, line: 1 })
  },
})
