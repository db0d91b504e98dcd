import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isForYears, isPersonal, isReliedOn } from '../../../core/design/review/facts.ts'
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
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.testing'],
  /** The heaviest loss there is: everything else that is promised stands on it, so nothing of the dimension is left. */
  judge: ({ intake, architecture }) => {
    if (architecture.testing !== 'none') return keep()
    const add = { winBack: 'Choose unit+integration for architecture.testing, or at least unit.' }
    if (!isReliedOn(intake))
      return remark('Without tests nothing will show whether the trial did what it was to show.', add)
    const years = isForYears(intake) ? ' for years' : ''
    return isPersonal(intake)
      ? lose(years === '' ? 1 : 2, `You will rely on it${years}, and nothing tests it.`, add)
      : lose(5, `Others will depend on it${years}, and nothing tests it: each release is tried out by its users.`, add)
  },
})
