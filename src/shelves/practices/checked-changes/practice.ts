import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'checked-changes',
  title: 'Each change is checked by continuous integration.',
  order: 130,
  why: 'Checks that are run by hand are run when somebody thinks of them.',
  todo: 'Have a pipeline run the linter, the type checker and the tests for each change.',
  measure: (_, { claims }) => {
    const pipelines = claims.filter(each => each.topic === 'ci')
    const [first] = pipelines
    const running = pipelines.find(each => each.from.includes('calls'))
    if (running !== undefined) return met(`${running.value}: ${running.from}`, running.place)
    return first === undefined
      ? notMet('no pipeline was found')
      : notMet(`${first.value} was not seen to run a check`, first.place)
  },
})
