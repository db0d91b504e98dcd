import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isPersonal, isReliedOn } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'untested',
  dimension: 'risk',
  at: [1, 2],
  asks: 'Is what others rely on tested?',
  why: 'Without tests each release is tried out by its users. No later check can make up for it: linters and types find slips, but only a test knows what was meant.',
  example: {
    bad: 'maturity: production with testing: none.',
    good: 'maturity: production with testing: unit+integration.',
  },
  reads: ['intake.maturity', 'intake.users', 'architecture.testing'],
  /** The heaviest loss there is, since everything else that is promised stands on it. */
  judge: ({ intake, architecture }) => {
    if (architecture.testing !== 'none') return keep()
    const add = { winBack: 'Choose unit+integration for architecture.testing, or at least unit.' }
    if (!isReliedOn(intake.maturity))
      return remark('Without tests nothing will show whether the trial did what it was to show.', add)
    if (isPersonal(intake.users)) return lose(1, 'You will rely on it, and nothing tests it.', add)
    return intake.maturity === 'long-term'
      ? lose(4, 'Others will depend on it for years, and nothing tests it.', add)
      : lose(3, 'Others will depend on it, and nothing tests it.', add)
  },
})
