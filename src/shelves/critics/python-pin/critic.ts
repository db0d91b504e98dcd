import { isOpenAbove, minorsIn, pythonFacts, pythonSpecifier } from '../../../core/design/answers/python-range.ts'
import { keep, lose, remark } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'python-pin',
  dimension: 'extensibility',
  at: [1, 2],
  asks: 'Does a library leave its users the choice of their Python?',
  why: 'The application chooses the interpreter. A library that admits a single version cannot be installed beside another with a different pin, and blocks each user’s upgrade until it is released again.',
  example: { bad: 'A library with python: 3.12.', good: 'python: ">=3.12".' },
  reads: ['intake.purpose', 'intake.python'],
  /** A program brings its own interpreter; a library lives in somebody else’s. */
  judge: ({ intake }) => {
    if (intake.purpose !== 'library') return keep()
    const range = pythonSpecifier(intake.python) ?? intake.python
    if (isOpenAbove(range)) return keep()
    const lowest = /(?:^|,)(?:>=|~=|==)(\d+(?:\.\d+)*)/.exec(range)?.[1] ?? pythonFacts(range).minimum
    const add = { winBack: `Give intake.python a lower bound only: ">=${lowest}".` }
    return minorsIn(range, 'all').length > 1
      ? remark(`The range ${intake.python} shuts out each newer Python until the library is released again.`, add)
      : lose(
          2,
          `The library admits a single Python version (${intake.python}) and shuts out users of every other.`,
          add,
        )
  },
})
