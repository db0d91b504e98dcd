import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { parametersOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

/** What tells the type checker something, rather than the caller. */
const narrows = (condition: SyntaxNode): boolean =>
  condition.type === 'identifier' ||
  condition.type === 'attribute' ||
  /^(?:isinstance|issubclass|callable|hasattr|is_\w+|not \w+)\b|\bis\b|TYPE_CHECKING/.test(condition.text)

/** Whoever calls it from elsewhere may give it anything. */
const isPublic = (source: Source, definition: SyntaxNode): boolean => {
  const symbol = source.symbolAt(definition)
  const name = field(definition, 'name')?.text ?? '_'
  const isInFunction = source.functionAround(definition) !== undefined
  return (
    !isInFunction &&
    (name === '__init__' || !name.startsWith('_')) &&
    !(symbol ?? '').split('.').some(each => each.startsWith('_'))
  )
}

export default rule({
  id: 'parameter-assert',
  pack: 'errors',
  allows: 'allow `assert` to check what a caller gave',
  what: 'A public function checks an argument with `assert`.',
  why: 'Python with -O leaves every `assert` out, so that the wrong argument goes through; and `AssertionError` tells the caller nothing that it could handle.',
  fix: 'Raise `ValueError` or `TypeError` with the value in the message.',
  bad: 'def pay(amount: int) -> int:\n    assert amount > 0\n    return amount\n',
  good: 'def pay(amount: int) -> int:\n    if amount <= 0:\n        raise ValueError(f"amount must be positive: {amount}")\n    return amount\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'guess', costs: 3 },
  files: path => !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['assert '],
    visit: {
      assert_statement: (statement, source) => {
        const [condition] = parts(statement)
        const definition = source.functionAround(statement)
        // What stands at the beginning of the body checks what came in; further down it says what the code itself holds true.
        if (
          condition === undefined ||
          definition === undefined ||
          statement.parent?.id !== field(definition, 'body')?.id
        )
          return undefined
        if (narrows(condition) || !isPublic(source, definition)) return undefined
        const names = new Set(parametersOf(definition).map(each => each.name))
        const used = condition.descendantsOfType('identifier').filter(each => each !== null)
        const about = used.find(each => names.has(each.text) && !/^(?:self|cls)$/.test(each.text))
        const isAlone = used.every(
          each => names.has(each.text) || source.nameOf(each)?.startsWith('builtins.') === true,
        )
        const before = parts(field(definition, 'body') as SyntaxNode).filter(
          each => each.endIndex <= statement.startIndex,
        )
        const isFirst = before.every(each => each.type === 'assert_statement' || /^(?:["'rR]|\.\.\.)/.test(each.text))
        // What is explained is meant as it stands.
        const isMeant = source.line(statement.startPosition.row).trim().startsWith('#')
        return about !== undefined && isAlone && isFirst && !isMeant
          ? at(statement, `\`${about.text}\` is what a caller gave, and \`assert\` checks it only without -O.`)
          : undefined
      },
    },
  },
})
