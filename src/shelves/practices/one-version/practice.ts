import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'one-version',
  title: 'The version stands in one place.',
  order: 160,
  why: 'Two numbers are two truths, and releases show which one was forgotten.',
  todo: 'Keep it in pyproject.toml or in git’s tags, and have the package ask importlib.metadata.',
  measure: ({ main }, { claims, contradictions }) => {
    const [conflict] = contradictions.filter(each => each.topic === 'version')
    const version = claims.find(each => each.topic === 'version')
    if (conflict !== undefined) return notMet(conflict.said, conflict.places[0])
    if (version !== undefined) return met(version.from, version.place)
    return main.packaged ? notMet('no version was found') : besideThePoint('nothing here is released')
  },
})
