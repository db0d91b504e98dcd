import { keep, lose } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'service-interface',
  dimension: 'completeness',
  at: [2],
  asks: 'Does an API service have an API?',
  why: 'The purpose says that others call it over HTTP. Without the feature nothing is generated that could be called, and the project becomes a library that nobody meant to make.',
  example: {
    bad: 'purpose: api-service with features.api: none.',
    good: 'purpose: api-service with features.api: fastapi.',
  },
  reads: ['intake.purpose', 'features.api'],
  /** The purpose promises what the features leave out. */
  judge: ({ intake, features }) =>
    intake.purpose === 'api-service' && features.api === 'none'
      ? lose(2, 'It is a service that others call over HTTP, but no API was asked for.', {
          winBack: 'Choose a framework for features.api, or another purpose.',
        })
      : keep(),
})
