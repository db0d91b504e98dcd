import { keep, lose } from '../../../core/design/critique.ts'
import { choose } from '../../../core/design/review/choose.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'concurrency-open',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Is it settled how it does several things at once?',
  why: 'Synchronous or asynchronous is in the signature of every function. It can be recommended, but somebody has to take the recommendation: turning round later means touching every call.',
  example: { bad: 'concurrency: recommend, still open after the architecture.', good: 'concurrency: sync.' },
  reads: ['intake.concurrency'],
  /** A question that was handed back is not yet an answer. */
  judge: ({ intake }) =>
    intake.concurrency === 'recommend'
      ? lose(1, 'Whether it is synchronous or asynchronous was left to a recommendation that nobody has taken yet.', {
          winBack: `${choose('intake.concurrency', ['sync', 'async', 'mixed'])}.`,
        })
      : keep(),
})
