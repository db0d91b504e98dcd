import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'lock-file',
  title: 'A lock file is kept.',
  order: 50,
  why: 'Without one two people test two sets of dependencies, and a red build may be nobody’s change.',
  todo: 'Have the manager write its lock file, and keep it in the repository.',
  measure: ({ view }, { claims }) => {
    const lock = claims.find(each => each.topic === 'lock')
    if (lock !== undefined) return met(lock.value, lock.place)
    const pinned = [...view.texts].find(
      ([path, text]) => /requirements[\w.-]*\.txt$/.test(path) && text.includes('==') && text.includes('--hash='),
    )
    return pinned === undefined
      ? notMet('no lock file was found')
      : met('requirements with hashes', { path: pinned[0], line: 1 })
  },
})
