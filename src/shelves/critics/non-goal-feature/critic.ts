import { keep, remark } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

/** A non-goal that is no more than the name of a feature, in the words that people use for it. */
const plainly = (names: string): RegExp => new RegExp(`^(?:an?|any|the|no)?\\s*(?:${names})$`, 'i')

const features = [
  { key: 'api', names: plainly('(?:(?:rest|http|web|network|public)\\s+)?apis?|endpoints|web service') },
  {
    key: 'ui',
    names: plainly(
      '(?:(?:web|graphical|user)\\s+)*(?:ui|gui|user interface|interface|front[- ]?end|page|pages|web page|website|dashboard)',
    ),
  },
  { key: 'docs', names: plainly('(?:documentation|docs|manual)(?:\\s+(?:site|website|pages))?') },
  { key: 'demo', names: plainly('(?:demo|demos|demonstration|demonstrations|example|examples|tutorial|tutorials)') },
] as const

export default critic({
  id: 'non-goal-feature',
  dimension: 'clarity',
  at: [2],
  asks: 'Does the project leave out what it says it leaves out?',
  why: 'A non-goal that is made all the same is no boundary, and the next request will quote it. One of the two answers is older than the other, and only its author knows which.',
  example: {
    bad: 'non_goals: [an HTTP API] with features.api: fastapi.',
    good: 'non_goals: [a GraphQL API] with features.api: fastapi.',
  },
  reads: ['intake.non_goals', 'features'],
  /** Only a name standing alone is compared, and words have synonyms: it asks, and costs nothing. */
  judge: view => {
    const clashes = features.flatMap(({ key, names }) =>
      view.features[key] === 'none'
        ? []
        : view.intake.non_goals
            .filter(each => names.test(each.trim().replace(/\.$/, '')))
            .map(each => `"${each.trim()}" (features.${key} is ${view.features[key]})`),
    )
    return clashes.length === 0
      ? keep()
      : remark(`It is to leave out ${listed(clashes)}, and asks for it.`, {
          winBack: 'Take the non-goal back, or set the feature to none.',
        })
  },
})
