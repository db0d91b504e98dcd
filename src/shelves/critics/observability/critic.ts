import { keep, lose } from '../../../core/design/critique.ts'
import { isReliedOn, isService, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'observability',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Can those who run the service see what it does?',
  why: 'A service fails where nobody looks on. Structured events can be searched and counted as they are; with plain lines somebody has to say what is logged, measured and alerted on, or the users are the monitoring.',
  example: {
    bad: 'A service in production with logging: minimal, and no decision.',
    good: 'logging: structlog, or a decision: request metrics and health checks, alerts on error rate.',
  },
  reads: ['intake.purpose', 'intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.logging', 'decisions'],
  /** Structured logs settle the half that a design must settle; anything less needs a word on the rest. */
  judge: ({ intake, architecture, decisions }) =>
    !isService(intake.purpose) ||
    !isReliedOn(intake) ||
    architecture.logging === 'structlog' ||
    settled(decisions, 'observability')
      ? keep()
      : lose(
          architecture.logging === 'minimal' ? 2 : 1,
          `Others rely on this service, but its logging is "${architecture.logging}", and nothing says how its state is seen from outside.`,
          { winBack: 'Choose structlog for architecture.logging, or add a decision on the topic "observability".' },
        ),
})
