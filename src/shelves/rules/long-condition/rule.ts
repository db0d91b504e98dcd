import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const most = 5

/** `(a and b) or (c and d) or …` is still read group by group. */
const manyGroups = 12

interface Condition {
  readonly parts: number
  /** How often `and` and `or` change on the way to the innermost part. */
  readonly depth: number
}

/** The parts of a condition, and how deep its operators change. */
const partsOf = (condition: SyntaxNode): Condition => {
  let count = 0
  let deepest = 0
  const open: { readonly node: SyntaxNode; readonly depth: number; readonly in: string }[] = [
    { node: condition, depth: 0, in: '' },
  ]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, depth } = next
    if (node.type === 'boolean_operator') {
      const operator = field(node, 'operator')?.type ?? ''
      const here = operator === next.in ? depth : depth + 1
      deepest = Math.max(deepest, here)
      for (const each of parts(node)) open.push({ node: each, depth: here, in: operator })
    } else if (node.type === 'parenthesized_expression' || node.type === 'not_operator')
      for (const each of parts(node)) open.push({ node: each, depth, in: next.in })
    else count += 1
  }
  return { parts: count, depth: deepest }
}

/** A list of the same kind of thing is read as a list: `a == other.a and b == other.b …`, `x or y or z …`. */
const isList = ({ parts: count, depth }: Condition, source: Source, node: SyntaxNode): boolean =>
  depth < 2 ||
  (depth === 2 && count <= manyGroups) ||
  /^__\w+__$/.test(source.functionAround(node)?.childForFieldName('name')?.text ?? '')

export default rule({
  id: 'long-condition',
  pack: 'zen',
  allows: 'allow conditions of more than five parts',
  what: 'A condition of more than five parts changes between `and` and `or` more than once, or goes on over more than twelve.',
  why: 'Nobody can say for which cases it holds, and the case that is missing is not seen. In eight good projects 99 % of all conditions have up to five parts. A list (`a and b and c …`) and a list of groups (`a and b or c and d …`) are not found.',
  fix: 'Give its parts names, or move it into a function that says what it decides.',
  bad: 'def owes(row):\n    return row.open and (row.fee > 0 or (row.late and (row.forced or not row.paid))) or row.new\n',
  good: 'def owes(row):\n    is_late = row.late and (row.forced or not row.paid)\n    has_fee = row.fee > 0 or is_late\n    return row.open and has_fee or row.new\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'simple', costs: 5 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    visit: {
      boolean_operator: (node, source) => {
        if (/^(?:boolean_operator|parenthesized_expression|not_operator)$/.test(node.parent?.type ?? '')) {
          let above = node.parent
          while (above?.type === 'parenthesized_expression' || above?.type === 'not_operator') above = above.parent
          if (above?.type === 'boolean_operator') return undefined
        }
        const condition = partsOf(node)
        return condition.parts <= most || isList(condition, source, node)
          ? undefined
          : at(node, `The condition has ${condition.parts} parts; ${most} is the most that a reader holds in mind.`)
      },
    },
  },
})
