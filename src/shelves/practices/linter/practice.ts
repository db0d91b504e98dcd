import { met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'linter',
  title: 'Ruff is set up.',
  order: 80,
  why: 'What a linter finds in seconds is otherwise found in review, or by users.',
  todo: 'Add [tool.ruff] with the rules that are to hold.',
  measure: (_, { claims }) => {
    const tools = claims.filter(each => each.topic === 'tool')
    const ruff = tools.find(each => each.value === 'ruff')
    if (ruff !== undefined) return met(`set up in ${ruff.place.path}`, ruff.place)
    const other = tools.find(each => /^(?:flake8|pylint)$/.test(each.value))
    return other === undefined
      ? notMet('no linter is set up')
      : notMet(`${other.value} is set up in its place`, other.place)
  },
})
