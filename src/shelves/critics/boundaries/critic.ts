import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isPersonal, isReliedOn } from '../../../core/design/review/facts.ts'
import { isBlank, sameWords } from '../../../core/design/review/substance.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'boundaries',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Is it written where the project ends?',
  why: 'Scope grows by requests that each sound reasonable. A non-goal is the only answer that was given before the request came, so it is the cheapest sentence in a design. One of them closes one side; most projects are pulled at several.',
  example: {
    bad: 'non_goals: [a user interface], for an API that shops depend on.',
    good: 'non_goals: [payment processing, a shop front, warehouse routing].',
  },
  reads: ['intake.non_goals', 'intake.maturity', 'intake.users', 'intake.lifespan'],
  /** What others rely on is asked to grow; a trial or a tool of one’s own is not, so there one boundary only earns a word. */
  judge: ({ intake }) => {
    const said = intake.non_goals.filter(each => !isBlank(each))
    const closed = said.filter((each, index) => said.findIndex(other => sameWords(other, each)) === index).length
    if (closed > 1) return keep()
    const add = {
      winBack: `Add ${closed === 0 ? 'two non-goals' : 'a second non-goal'}: what will people ask for that it should not do?`,
    }
    if (closed === 0) return lose(2, 'Nothing says what it will not do.', add)
    return isReliedOn(intake) && !isPersonal(intake)
      ? lose(1, 'Others will rely on it, and a single non-goal is all that bounds it.', add)
      : remark('A single non-goal bounds it.', add)
  },
})
