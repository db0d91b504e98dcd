import { field, parts } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

/** Nobody writes a longer name, and the pattern would take long over it. */
const longest = 200

/** `User.name`, as a column is written: an attribute of a class. */
const isColumn = (node: SyntaxNode | undefined): boolean =>
  node?.type === 'attribute' &&
  node.endIndex - node.startIndex < longest &&
  /^(?:\w+\.)?[A-Z]\w*[a-z]\w*\.[a-z_]\w*$/.test(node.text)

const isCondition = (node: SyntaxNode | undefined): boolean => {
  if (node?.type === 'parenthesized_expression') return isCondition(parts(node)[0])
  if (node?.type === 'comparison_operator') return isColumn(parts(node)[0])
  if (node?.type === 'call') return isColumn(field(node, 'function')?.childForFieldName('object') ?? undefined)
  return isColumn(node)
}

const wrong = (node: SyntaxNode): string | undefined => {
  if (node.type === 'boolean_operator' && isCondition(field(node, 'left')))
    return `Python decides \`${field(node, 'operator')?.type ?? ''}\` before the database sees it, and only one side is left: use \`and_\`/\`or_\`, \`&\`/\`|\`, or several arguments.`
  if (node.type === 'not_operator' && isCondition(field(node, 'argument')))
    return '`not` is decided by Python, not by the database: write `~` or `.is_(False)`.'
  if (node.type !== 'comparison_operator' || !isColumn(parts(node)[0])) return undefined
  const operators = node.children.filter(each => each !== null && !each.isNamed).map(each => each?.type)
  return operators.some(each => each === 'is' || each === 'is not')
    ? '`is` compares the column object itself, so the result is the same for every row: write `.is_(…)` or `.is_not(…)`.'
    : undefined
}

export default rule({
  id: 'python-operator-in-where',
  pack: 'sqlalchemy',
  allows: 'allow `and`, `or`, `not` and `is` in conditions for the database',
  what: 'A condition of a query uses `and`, `or`, `not` or `is`, which Python decides itself.',
  why: 'No operator can be made of these words: the condition that reaches the database is another one, and finds other rows.',
  fix: 'Write `and_(…)`, `or_(…)`, `~`, `.is_(None)`; several arguments of `where` all hold.',
  bad: 'from sqlalchemy import select\n\nstatement = select(User).where(User.active is True)\n',
  good: 'from sqlalchemy import select\n\nstatement = select(User).where(User.active.is_(True))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel'],
    visit: {
      call: (node): readonly RuleHit[] => {
        const called = field(node, 'function')
        if (called?.type !== 'attribute' || !/^(?:where|filter|having)$/.test(field(called, 'attribute')?.text ?? ''))
          return []
        return positional(node).flatMap(each => {
          const message = wrong(each)
          return message === undefined ? [] : [at(each, message)]
        })
      },
    },
  },
})
