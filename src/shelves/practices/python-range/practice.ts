import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'python-range',
  title: 'The Python versions are stated.',
  order: 40,
  why: 'An installer takes a version that cannot run it, and the error appears at the user’s.',
  todo: 'State requires-python, and have continuous integration run its lowest and its highest version.',
  measure: (_, { claims }) => {
    const range = claims.find(each => each.topic === 'python')
    return range === undefined ? notMet('no range is stated') : met(range.value, range.place)
  },
})
