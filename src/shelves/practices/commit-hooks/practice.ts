import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'commit-hooks',
  title: 'Checks run before each commit.',
  order: 140,
  why: 'What a hook would have put right in a second takes a round of review.',
  todo: 'Add .pre-commit-config.yaml with the formatter and the linter.',
  measure: (_, { claims }) => {
    const hooks = claims.find(each => each.topic === 'tool' && each.value === 'pre-commit')
    return hooks === undefined
      ? notMet('no .pre-commit-config.yaml was found')
      : met('pre-commit is set up', hooks.place)
  },
})
