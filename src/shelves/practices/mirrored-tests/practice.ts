import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { unmirrored } from '../../../core/project/mirrored.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'mirrored-tests',
  title: 'Each module has its test file.',
  order: 100,
  why: 'Where tests mirror the source, an untested module is seen, and a test is found at once.',
  todo: 'Give each module a test file of its name (`test_NAME.py`), in the same order of folders.',
  measure: project => {
    const { all, without, tested } = unmirrored(project)
    const [first] = without
    if (all.length === 0 || tested === undefined) return besideThePoint('there are no modules and tests to compare')
    return first === undefined
      ? met(`each of ${all.length} modules has one`, { path: tested, line: 1 })
      : notMet(`${without.length} of ${all.length} modules have none; the first is here`, { path: first, line: 1 })
  },
})
