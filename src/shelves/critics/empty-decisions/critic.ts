import { keep, remark } from '../../../core/design/critique.ts'
import { decides, listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'empty-decisions',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Does each decision say what was decided?',
  why: 'A topic with "none" or "later" beside it looks settled in every list and is open in the code. Deciding against something is a decision too, but only its reason lets the next person tell it from a gap.',
  example: {
    bad: 'versioning: none.',
    good: 'versioning: no promise is made, because each consumer is pinned to a commit and moved by us.',
  },
  reads: ['decisions'],
  /** The rules of the topics already count it as open; this one says why, and so costs nothing. */
  judge: ({ decisions }) => {
    const empty = [...new Set(decisions.filter(each => !decides(each)).map(each => `"${each.topic.trim()}"`))]
    if (empty.length === 0) return keep()
    return remark(
      `What is written on ${listed(empty)} is put off, empty praise or a single word, so it does not count as settled.`,
      {
        winBack: `Say in a sentence what holds on ${listed(empty)}; where nothing is promised, say that, and add why.`,
      },
    )
  },
})
