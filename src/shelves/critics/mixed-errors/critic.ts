import { keep, lose } from '../../../core/design/critique.ts'
import { isReliedOn, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'mixed-errors',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Is there one rule for how errors reach the caller?',
  why: 'With two ways, every function poses the question again: does it raise, or return? A mixture works when one sentence draws the line and everybody knows it; without it callers end up handling both, everywhere.',
  example: {
    bad: 'errors: mixed, and no reason.',
    good: 'errors: mixed, because bad input is expected and returned, while misuse by the programmer is raised.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.errors', 'architecture.rationale'],
  /** The line between the two ways has to be drawn once, or it is drawn in each function. */
  judge: ({ intake, architecture }) =>
    architecture.errors === 'mixed' && isReliedOn(intake) && !reasoned(architecture.rationale, 'errors')
      ? lose(1, 'Errors are both raised and returned, and nothing says which happens when.', {
          winBack: 'Draw the line under rationale.errors, or choose exceptions or results.',
        })
      : keep(),
})
