import { isBesideProgram } from '../../../core/python/program-file.ts'
import { nestedDeeper } from '../../../core/python/source/sizes.ts'
import { atHead, rule } from '../../../ports/rule.ts'

const most = 5

export default rule({
  id: 'deep-nesting',
  pack: 'zen',
  allows: 'allow blocks more than five deep',
  what: 'Blocks (`if`, `for`, `while`, `with`, `try`, `match`) lie in one another more than five deep.',
  why: 'Whoever reads the innermost line must hold six conditions in mind. In eight good projects 99.5 % of the functions stay within five.',
  fix: 'Return or continue early, or move the inner part into a function that has a name.',
  bad: 'def owe(shops):\n    for shop in shops:\n        if shop:\n            for row in shop:\n                if row:\n                    for each in row:\n                        if each:\n                            print(each)\n',
  good: 'def owe(shops):\n    for shop in shops:\n        for row in shop:\n            show(row)\n\n\ndef show(row):\n    for each in row:\n        if each:\n            print(each)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'flat', costs: 20 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    visit: {
      function_definition: definition => {
        // Six blocks of one line each do not fit into less.
        if (definition.endPosition.row - definition.startPosition.row < most + 1) return undefined
        const deep = nestedDeeper(definition, most)
        return deep && atHead(deep.at, `Blocks lie ${deep.depth} deep in one another here; ${most} is the most.`)
      },
    },
  },
})
