import { keep, remark } from '../../../core/design/critique.ts'
import { listed, topicOf } from '../../../core/design/review/facts.ts'
import { sameWords } from '../../../core/design/review/substance.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'decided-twice',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Is there one decision on each topic?',
  why: 'Two decisions on one topic may complete each other or contradict each other. A reader who finds the first does not look for the second.',
  example: {
    bad: 'versioning: semantic versions. And further down, versioning: the date of the release.',
    good: 'versioning: semantic versions; the date of each release stands in the changelog.',
  },
  reads: ['decisions'],
  /** Whether they agree is for people to judge, so it costs nothing. */
  judge: ({ decisions }) => {
    const named = decisions.map(each => ({ topic: topicOf(each.topic) ?? each.topic.trim(), text: each.decision }))
    const twice = [
      ...new Set(
        named
          .filter(each => named.some(other => other.topic === each.topic && !sameWords(other.text, each.text)))
          .map(each => `"${each.topic}"`),
      ),
    ]
    return twice.length === 0
      ? keep()
      : remark(`There is more than one decision on ${listed(twice)}, and a reader may find only one of them.`, {
          winBack: `Write what holds on ${listed(twice)} in one decision.`,
        })
  },
})
