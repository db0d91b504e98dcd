import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

const most = 300

export default rule({
  id: 'module-over-300',
  pack: 'layout',
  allows: 'allow modules of more than three hundred lines',
  what: 'A module is longer than three hundred lines.',
  why: 'It holds several things that have no name of their own, and everybody changes it at the same time. In eight good projects half of the modules have up to 360 lines, and 95 % up to 1,700. This limit is a house’s own and must be asked for.',
  fix: 'Split it by what belongs together, and let the package hand on what others import.',
  bad: 'total = 1\n'.repeat(most + 1),
  good: 'total = 1\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    visit: {
      module: node => {
        const size = node.endPosition.row
        return size > most
          ? { line: 1, column: 1, message: `The module is ${size} lines long; ${most} is the most.` }
          : undefined
      },
    },
  },
})
