import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const kinds = ['list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression']

const loops = (node: SyntaxNode): number => parts(node).filter(each => each.type === 'for_in_clause').length

/** How many loops lead to the innermost value: its own `for`s and those of the comprehensions that its value is made of. */
const depth = (node: SyntaxNode): number => {
  const body = field(node, 'body')
  const inner = body === undefined ? [] : body.descendantsOfType(kinds).filter(each => each !== null)
  return loops(node) + Math.max(0, ...inner.map(loops))
}

const inComprehension = (node: SyntaxNode): boolean => {
  for (
    let above = node.parent;
    above !== null && !/_statement$|_definition$|^lambda$/.test(above.type);
    above = above.parent
  )
    if (kinds.includes(above.type)) return true
  return false
}

const look = (node: SyntaxNode) => {
  // A comprehension of one `for` on one line is nearly every one.
  if (loops(node) < 2 && !/\bfor\b/.test(field(node, 'body')?.text ?? '')) return undefined
  const deep = depth(node)
  return deep < 3 || inComprehension(node)
    ? undefined
    : at(node, `Values are made by ${deep} loops in one another here.`)
}

export default rule({
  id: 'nested-comprehension',
  pack: 'zen',
  allows: 'allow comprehensions of three loops',
  what: 'A comprehension loops three times, by its own `for`s or by those of a comprehension in it.',
  why: 'It is read from the inside out, and its order of loops is the other way round in each part. In eight good projects 99.5 % of them have up to two.',
  fix: 'Write the loops as statements, or give the inner one a name.',
  bad: 'def cells(books):\n    return [cell for book in books for row in book for cell in row if cell]\n',
  good: 'def cells(books):\n    rows = [row for book in books for row in book]\n    return [cell for row in rows for cell in row if cell]\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'simple', costs: 5 },
  files: path => !isBesideProgram(path),
  look: { by: 'source', mentions: [' for '], visit: Object.fromEntries(kinds.map(kind => [kind, look])) },
})
