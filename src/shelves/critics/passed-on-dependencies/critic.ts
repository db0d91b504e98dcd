import { keep, remark } from '../../../core/design/critique.ts'
import { listed, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'passed-on-dependencies',
  dimension: 'maintainability',
  at: [1],
  asks: 'Is each dependency worth handing on to every user?',
  why: 'A program chooses dependencies for itself, a library for everybody who imports it. Each one can clash with the version that the application already has, and the standard library’s logging is what applications expect to be able to steer.',
  example: {
    bad: 'A library that brings structlog, and no reason.',
    good: 'logging: stdlib; or structlog because the hosts are our own services, which use it too.',
  },
  reads: ['intake.purpose', 'architecture.configuration', 'architecture.logging', 'architecture.rationale'],
  /** Often worth it, so it costs nothing; but it should be a decision. */
  judge: ({ intake, architecture: { configuration, logging, rationale } }) => {
    if (intake.purpose !== 'library') return keep()
    const passed = [
      ...(configuration === 'pydantic-settings' && !reasoned(rationale, 'configuration') ? ['pydantic-settings'] : []),
      ...(logging === 'structlog' && !reasoned(rationale, 'logging') ? ['structlog'] : []),
    ]
    return passed.length === 0
      ? keep()
      : remark(`Everybody who installs the library also gets ${listed(passed)}.`, {
          winBack: 'Say under architecture.rationale why it is worth that, or choose what comes with Python.',
        })
  },
})
