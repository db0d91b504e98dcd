import { keep, remark } from '../../../core/design/critique.ts'
import { isReliedOn, isService, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'trust',
  dimension: 'completeness',
  at: [1],
  asks: 'Is it said what it does with input that nobody vouches for?',
  why: 'What is not a service has no door to guard, but it still reads what strangers and other programs hand it: sizes without end, paths that lead elsewhere, values made to be run. Whether it defends itself or leaves that to its caller has to be the same answer for both sides.',
  example: {
    bad: 'A library that other programs feed in production, and no word on security.',
    good: 'security: input is never executed and is limited to 10 MB; weaknesses are reported to an address in SECURITY.md.',
  },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** How much it matters depends on what it reads, which no choice tells; so it is asked and costs nothing. */
  judge: ({ intake, decisions }) =>
    !isService(intake.purpose) &&
    isReliedOn(intake) &&
    intake.users.some(each => each === 'external' || each === 'automated-systems') &&
    !settled(decisions, 'security')
      ? remark(
          `${intake.users.includes('external') ? 'People outside' : 'Other programs'} will hand it their data, and nothing says whether it defends itself against bad input or leaves that to its caller.`,
          {
            winBack:
              'Add a decision on the topic "security": what input it refuses, and where weaknesses are to be reported.',
          },
        )
      : keep(),
})
