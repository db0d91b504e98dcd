import { keep, lose } from '../../../core/design/critique.ts'
import { isForYears, isReliedOn, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'compatibility',
  dimension: 'extensibility',
  at: [1, 2],
  asks: 'Is it settled how the outside may change over the years?',
  why: 'People outside cannot be asked to change with you. Either a promise says what stays and how long the old is kept beside the new, or every user’s habit becomes a promise and nothing can move any more.',
  example: {
    bad: 'External users over years, and no word on compatibility.',
    good: 'compatibility: additions at any time; removals after two releases of warning; the version is in the path.',
  },
  reads: ['intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** Change needs a rule under which it is allowed, or users forbid it by using it. */
  judge: ({ intake, decisions }) =>
    intake.users.includes('external') &&
    isReliedOn(intake) &&
    isForYears(intake) &&
    !settled(decisions, 'compatibility')
      ? lose(1, 'People outside will rely on it for years, and nothing says what may change under them and how.', {
          winBack: 'Add a decision on the topic "compatibility": what may change, and how long the old is kept.',
        })
      : keep(),
})
