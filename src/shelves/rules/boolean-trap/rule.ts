import { field } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { positional } from '../../../core/python/source/calls.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const isBoolean = (type: string): boolean => type === 'true' || type === 'false'

/** What is made of many values in a row (a record, a tuple with names) has a field for each. */
const isMade = (call: SyntaxNode): boolean => /(?:^|\.)_*[A-Z]\w*$/.test(field(call, 'function')?.text ?? '')

export default rule({
  id: 'boolean-trap',
  pack: 'zen',
  allows: 'allow several `True` and `False` without names in one call',
  what: 'A call hands over two or more of `True` and `False` without saying for what.',
  why: 'Whoever reads `load(path, True, False)` has to look up what each switches, and nobody notices when two are swapped.',
  fix: 'Write them with their names: `load(path, strict=True, header=False)`.',
  bad: 'load("rows.csv", True, False)\n',
  good: 'load("rows.csv", strict=True, header=False)\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'explicit', costs: 2 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['True,', 'False,'],
    visit: {
      argument_list: node => {
        const call = node.parent
        if (call?.type !== 'call' || !/\b(?:True|False)\s*,/.test(node.text)) return undefined
        const given = positional(call)
        const booleans = given.filter(each => isBoolean(each.type))
        // `column(False, False, True)`: values of a list, not switches.
        return booleans.length < 2 || booleans.length === given.length || given.length > 5 || isMade(call)
          ? undefined
          : at(call, `\`${booleans.map(each => each.text).join('`, `')}\` say nothing of what they switch.`)
      },
    },
  },
})
