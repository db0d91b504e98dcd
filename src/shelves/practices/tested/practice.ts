import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'tested',
  title: 'There are tests.',
  order: 90,
  why: 'Nothing that is changed can be known to work.',
  todo: 'Begin with one test of what users call first.',
  measure: (_, { claims }) => {
    const tests = claims.find(each => each.topic === 'tests')
    return tests === undefined
      ? notMet('no test function was found')
      : met(tests.from.replace(/, the first.*/, ''), tests.place)
  },
})
