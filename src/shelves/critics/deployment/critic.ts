import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isReliedOn, isService, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'deployment',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Is it settled where it runs?',
  why: 'Settings, logs, start-up and releases all depend on the place. A service that others rely on must live somewhere on its first day; leaving the place open means that all four are guessed.',
  example: { bad: 'A service in production with deployment: undecided.', good: 'deployment: container.' },
  reads: ['intake.purpose', 'intake.maturity', 'intake.deployment', 'intake.lifespan', 'intake.users', 'decisions'],
  /** What only gets installed can wait for the answer; what has to run cannot. */
  judge: ({ intake, decisions }) => {
    if (intake.deployment !== 'undecided' || !isReliedOn(intake) || settled(decisions, 'deployment')) return keep()
    const add = { winBack: 'Answer intake.deployment with a place, or add a decision on the topic "deployment".' }
    if (isService(intake.purpose))
      return lose(2, 'Others are to rely on this service, and it is undecided where it runs.', add)
    return intake.purpose === 'library'
      ? remark('Where the library will run is undecided; for most libraries the answer is "local".', add)
      : lose(1, 'Others are to rely on it, and it is undecided where it runs.', add)
  },
})
