import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'licensed',
  title: 'There is a licence file.',
  order: 170,
  why: 'Without one nobody may use it, whatever the metadata says.',
  todo: 'Add LICENSE with the words of the licence, and name it in [project] license.',
  measure: ({ view }) => {
    const path = view.paths.find(each => /^(?:LICEN[CS]E|COPYING)[\w.-]*$/i.test(each))
    return path === undefined ? notMet('no LICENSE was found') : met(path, { path, line: 1 })
  },
})
