import { met, notMet } from '../../../core/project/measured.ts'
import { typeChecking } from '../../../core/project/type-checking.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'strict-types',
  title: 'Types are checked strictly.',
  order: 60,
  why: 'A checker that is lenient passes what nobody annotated, and says nothing of it.',
  todo: 'Set strict = true for mypy (or typeCheckingMode = "strict" for Pyright), and write down what is not strict yet, module by module.',
  measure: (project, { claims }) => {
    const strict = typeChecking(project)
    if (strict !== undefined) return met(strict.from, strict.place)
    const checker = claims.find(each => each.topic === 'tool' && /^(?:mypy|pyright|pyrefly|ty)$/.test(each.value))
    return checker === undefined
      ? notMet('no type checker is set up')
      : notMet(`${checker.value} is set up, and is not strict`, checker.place)
  },
})
