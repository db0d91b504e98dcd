import { keep, remark } from '../../../core/design/critique.ts'
import { reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'settings-in-library',
  dimension: 'maintainability',
  at: [1],
  asks: 'Can the application that imports a library set it up in code?',
  why: 'Environment variables belong to a process, and a library is a guest in somebody else’s. Two users of the library in one process cannot set them differently, so arguments should always be able to override them.',
  example: {
    bad: 'A library that can be set up only through environment variables.',
    good: 'Arguments first; the environment only as a default.',
  },
  reads: ['intake.purpose', 'architecture.configuration', 'architecture.rationale'],
  /** Usual and workable, so it costs nothing. */
  judge: ({ intake, architecture }) =>
    intake.purpose === 'library' &&
    architecture.configuration === 'environment' &&
    !reasoned(architecture.rationale, 'configuration')
      ? remark(
          'Configuration is minimal for a library: it reads environment variables, which belong to the application that imports it.',
          { winBack: 'Say under rationale.configuration how an application overrides them in code.' },
        )
      : keep(),
})
