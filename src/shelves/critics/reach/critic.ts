import { keep, lose } from '../../../core/design/critique.ts'
import { choose } from '../../../core/design/review/choose.ts'
import { isReliedOn, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'reach',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Can the users of a service reach it where it runs?',
  why: '"Local" means on the machine of whoever installs it. A service for people outside that runs there either is not a service, or has a second home that the design keeps silent about: its addresses, certificates and updates then belong to nobody.',
  example: {
    bad: 'purpose: api-service, users: [external], deployment: local.',
    good: 'purpose: api-service, users: [external], deployment: container.',
  },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.deployment', 'intake.lifespan', 'decisions'],
  /** Two answers that contradict each other: one of them describes another project. */
  judge: ({ intake, decisions }) =>
    intake.purpose === 'api-service' &&
    intake.users.includes('external') &&
    intake.deployment === 'local' &&
    isReliedOn(intake) &&
    !settled(decisions, 'deployment')
      ? lose(1, 'People outside are to call this API, but it runs only on the machine of whoever installs it.', {
          winBack: `${choose('intake.deployment', ['container', 'cloud', 'multiple'])}, or add a decision on the topic "deployment".`,
        })
      : keep(),
})
