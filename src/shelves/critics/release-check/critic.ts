import { keep, lose } from '../../../core/design/critique.ts'
import { isPersonal, isReliedOn, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'release-check',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Is it settled how a release is found fit for others?',
  why: 'Somebody decides with each release that it may go out. With tests the answer is the same on every day; without them there may still be one, such as trying it by hand against known cases, but it has to be written down, or each release is decided by mood.',
  example: {
    bad: 'maturity: production with testing: none, and no reason.',
    good: 'testing: unit+integration; or none, because each release runs beside the old one for a week.',
  },
  reads: ['intake.maturity', 'intake.users', 'intake.lifespan', 'architecture.testing', 'architecture.rationale'],
  /** Having no tests is a risk; not saying what takes their place is a gap of its own. */
  judge: ({ intake, architecture: { testing, rationale } }) =>
    testing === 'none' && isReliedOn(intake) && !isPersonal(intake) && !reasoned(rationale, 'testing')
      ? lose(1, 'It goes out to others without tests, and nothing says how a release is found fit.', {
          winBack:
            'Choose unit+integration for architecture.testing, or say under rationale.testing what is checked instead.',
        })
      : keep(),
})
