import { field } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { type Parameter, parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { rule } from '../../../ports/rule.ts'

const changing =
  /^(?:append|extend|insert|remove|pop|popitem|clear|sort|reverse|update|add|discard|setdefault|\w+_update)$/

/** What is done with a name that could change what it stands for, or let somebody else do so. */
const changes = (node: SyntaxNode): boolean => {
  const above = node.parent
  if (above === null) return false
  if (above.type === 'attribute') return changing.test(field(above, 'attribute')?.text ?? '')
  if (above.type === 'subscript')
    return above.parent?.type === 'delete_statement' || field(above.parent ?? above, 'left')?.id === above.id
  if (above.type === 'assignment' || above.type === 'augmented_assignment')
    return field(above, 'right')?.id === node.id
      ? /^(?:attribute|subscript)$/.test(field(above, 'left')?.type ?? '')
      : above.type === 'augmented_assignment'
  return above.type === 'return_statement' || above.type === 'yield'
}

/** A cache in a default is shared on purpose, and so is what does not begin empty. */
const isMeant = ({ name, value }: Parameter): boolean =>
  /^_|cache|memo|seen|registry/.test(name) || !/^(?:\[\s*\]|\{\s*\}|\w+\(\s*\))$/.test(value?.text ?? '')

/** A default that is only read is shared as well, and nothing comes of it. */
const isChanged = (hit: RuleHit, source: Source): boolean =>
  source.root.descendantsOfType(['function_definition']).some(definition => {
    if (definition === null || definition.startPosition.row >= hit.line || definition.endPosition.row < hit.line - 1)
      return false
    const parameter = parametersOf(definition).find(
      ({ value }) =>
        value !== undefined &&
        value.startPosition.row === hit.line - 1 &&
        value.startPosition.column === hit.column - 1,
    )
    const body = field(definition, 'body')
    if (parameter === undefined || body === undefined || isMeant(parameter)) return false
    return body
      .descendantsOfType('identifier')
      .some(each => each !== null && each.text === parameter.name && changes(each))
  })

export default rule({
  id: 'mutable-default',
  pack: 'zen',
  allows: 'allow a default that every call shares',
  what: 'The default of a parameter is a list, dict or set.',
  why: 'It is made once, when the function is defined: what one call puts into it the next call finds there.',
  fix: 'Use `None` and make it in the body.',
  bad: 'def add(row: int, rows: list[int] = []) -> list[int]:\n    rows.append(row)\n    return rows\n',
  good: 'def add(row: int, rows: list[int] | None = None) -> list[int]:\n    rows = [] if rows is None else rows\n    rows.append(row)\n    return rows\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'guess', costs: 10 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'ruff',
    code: 'B006',
    mends: { does: 'Makes it in the body.', safety: 'unsafe' },
    except: (hit, source) => !isChanged(hit, source),
  },
})
