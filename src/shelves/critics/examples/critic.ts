import { keep, remark } from '../../../core/design/critique.ts'
import { isReliedOn } from '../../../core/design/review/facts.ts'
import { isUnder } from '../../../core/design/review/tree.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'examples',
  dimension: 'completeness',
  at: [2],
  asks: 'Can people who build on it see it used?',
  why: 'A script that runs is the shortest documentation, and the only one that a test can keep true.',
  example: { bad: 'A library for developers without examples.', good: 'demo: minimal, one script under examples/.' },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.lifespan', 'features.demo', 'structure.files'],
  /** Useful, never required: a README with a quick start does most of it. */
  judge: ({ intake, features, structure }) =>
    intake.purpose === 'library' &&
    isReliedOn(intake) &&
    intake.users.some(each => each === 'developers' || each === 'external') &&
    features.demo === 'none' &&
    !structure.files.some(file => isUnder(file, 'examples'))
      ? remark('Developers will look for working code; an examples directory could be useful.', {
          winBack: 'Choose minimal for features.demo.',
        })
      : keep(),
})
