import { minorsIn, pythonSpecifier } from '../../../core/design/answers/python-range.ts'
import { keep, lose } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'python-ended',
  dimension: 'risk',
  at: [1, 2],
  asks: 'Does every Python that it admits still get security fixes?',
  why: 'A version that has ended gets no fixes, and dependencies drop it soon after. Admitting it means testing against it, and holding every dependency at its last release for it.',
  example: { bad: 'python: ">=3.8".', good: 'python: ">=3.12".' },
  reads: ['intake.python'],
  /** One point for carrying the past along, three for admitting nothing else. */
  judge: ({ intake }) => {
    const range = pythonSpecifier(intake.python) ?? intake.python
    const current = minorsIn(range)
    const ended = minorsIn(range, 'all').filter(each => !current.includes(each))
    if (ended.length === 0 && current.length === 0)
      return lose(3, `No Python that gets security fixes is in the range ${intake.python}.`, {
        winBack: 'Give intake.python a lower bound that is released and still supported, such as ">=3.12".',
      })
    if (ended.length === 0) return keep()
    const add = {
      winBack: 'Raise the lower bound of intake.python to a version that is still supported, such as ">=3.12".',
    }
    const says = `Python ${listed(ended)} no longer ${ended.length === 1 ? 'gets' : 'get'} security fixes`
    return current.length === 0
      ? lose(3, `${says}, and it admits nothing newer.`, add)
      : lose(1, `${says}, but the range ${intake.python} admits ${ended.length === 1 ? 'it' : 'them'}.`, add)
  },
})
