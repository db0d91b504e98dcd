import { keep, remark } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { isBlank, sameWords } from '../../../core/design/review/substance.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'copied-reasons',
  dimension: 'clarity',
  at: [1],
  asks: 'Does each choice and each topic have words of its own?',
  why: 'A sentence that fits everywhere was written for none of the places. It looks like a reason in every list, and tells nobody when the choice should be made again.',
  example: {
    bad: '"We follow the platform standards." as the reason for errors, for logging and for testing.',
    good: 'logging: the operators search events by order number.',
  },
  reads: ['architecture.rationale', 'decisions'],
  /** Two places may share a reason; from three on it is a slogan. What it is worth is for people to judge, so it costs nothing. */
  judge: ({ architecture: { rationale }, decisions }) => {
    const written = [
      ...Object.entries(rationale).map(([key, text]) => ({ place: `rationale.${key}`, text: text ?? '' })),
      ...decisions.map(each => ({ place: `the decision on "${each.topic.trim()}"`, text: each.decision })),
    ].filter(each => !isBlank(each.text))
    const copied = written.filter(each => written.filter(other => sameWords(other.text, each.text)).length > 2)
    return copied.length === 0
      ? keep()
      : remark(`The same words stand as ${listed(copied.map(each => each.place))}.`, {
          winBack: 'Give each its own reason, and leave out those that have none.',
        })
  },
})
