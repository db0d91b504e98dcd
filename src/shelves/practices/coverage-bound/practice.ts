import { coverageBound } from '../../../core/project/coverage-bound.ts'
import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'coverage-bound',
  title: 'Coverage has a lower bound.',
  order: 120,
  why: 'A figure that nothing depends on only ever falls.',
  todo: 'Set fail_under in the settings of coverage, at what is reached today.',
  measure: (project, { claims }) => {
    const bound = coverageBound(project)
    const tool = claims.find(each => each.topic === 'tool' && each.value === 'coverage')
    if (bound !== undefined) return met(`at least ${bound.percent} %`, bound.place)
    return tool === undefined
      ? notMet('coverage is not set up')
      : notMet('coverage is set up without fail_under', tool.place)
  },
})
