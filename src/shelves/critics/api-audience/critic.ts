import { keep, lose } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'api-audience',
  dimension: 'completeness',
  at: [2],
  asks: 'Is it settled whom the API serves, and are they among the users?',
  why: 'An API for the same house and one for people outside differ in everything around the routes: documents, errors, limits, deprecation. An audience that the intake never named was not thought of when the rest was decided.',
  example: {
    bad: 'api_audience: external, while users are [internal-team].',
    good: 'api_audience: internal with users [internal-team].',
  },
  reads: ['features.api', 'features.api_audience', 'intake.users'],
  /** The feature widened the circle of users, or named none. */
  judge: ({ features, intake }) => {
    if (features.api === 'none') return keep()
    if (features.api_audience === undefined)
      return lose(1, 'An API was asked for, and nothing says whom it serves.', {
        winBack: 'Answer features.api_audience.',
      })
    const outside = intake.users.some(
      each => each === 'external' || each === 'developers' || each === 'automated-systems',
    )
    return features.api_audience === 'external' && !outside
      ? lose(1, 'The API serves people outside, but the intake names no user outside your house.', {
          winBack: 'Make features.api_audience internal, or add external to intake.users.',
        })
      : keep()
  },
})
