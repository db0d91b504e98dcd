import { keep, lose, remark } from '../../../core/design/critique.ts'
import { capital, isReliedOn, settled, usersOf } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'versioning',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Is it settled what a version number promises?',
  why: 'Whoever depends on a release writes a range of versions, and that range is a bet on what the numbers mean. Semantic versions, calendar versions or a version in the path all work; silence turns every release into a surprise for somebody.',
  example: {
    bad: 'A library for developers, and no word on versions.',
    good: 'versioning: semantic versions from tags, because consumers pin ranges.',
  },
  reads: ['intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** Others pin what you publish; without a word on versions every release is a surprise to them. */
  judge: ({ intake, decisions }) => {
    const dependents = intake.users.filter(
      each => each === 'external' || each === 'developers' || each === 'automated-systems',
    )
    if (dependents.length === 0 || settled(decisions, 'versioning')) return keep()
    const add = { winBack: 'Add a decision on the topic "versioning": what a version number promises.' }
    return isReliedOn(intake)
      ? lose(
          1,
          `${capital(usersOf(dependents))} will depend on its releases, and nothing says what a version number promises.`,
          add,
        )
      : remark('If the trial is released to others, they will ask what its version numbers promise.', add)
  },
})
