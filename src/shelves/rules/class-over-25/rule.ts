import { isBesideProgram } from '../../../core/python/program-file.ts'
import { methodsOfClass } from '../../../core/python/source/sizes.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const most = 25

export default rule({
  id: 'class-over-25',
  pack: 'layout',
  allows: 'allow classes of more than twenty-five methods',
  what: 'A class defines more than twenty-five methods.',
  why: 'It does several things, and each of them can reach into the state of the others. In eight good projects half of the classes have up to 4 methods, 95 % up to 28 and 99.5 % up to about 60. This limit is a house’s own and must be asked for.',
  fix: 'Move what belongs together into a class or module of its own, and hand it over.',
  bad: `class Shop:\n${Array.from({ length: most + 1 }, (_, index) => `    def part${index}(self):\n        return ${index}\n`).join('\n')}`,
  good: 'class Shop:\n    def part(self):\n        return 1\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    visit: {
      class_definition: node => {
        const size = methodsOfClass(node)
        return size > most ? atHead(node, `The class has ${size} methods; ${most} is the most.`) : undefined
      },
    },
  },
})
