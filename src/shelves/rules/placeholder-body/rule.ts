import { z } from 'zod'
import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { basesOf } from '../../../core/python/source/classes.ts'
import { decoratorsOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { rule } from '../../../ports/rule.ts'

const isText = (statement: SyntaxNode | undefined): boolean =>
  statement?.type === 'expression_statement' && (parts(statement)[0]?.type ?? '').endsWith('string')

/** Words by which a text says that something is still to be written. */
const unfinished =
  /\b(?:todo|fixme|tbd|placeholder|stub(?:bed)?|implement(?:ed|ation)?\b.{0,30}\b(?:later|soon|here|me|this)|not (?:yet )?implemented(?: yet)?|coming soon|your code)\b/i

/** What stands in the place of a body. */
const standIn = (statement: SyntaxNode): 'pass' | '...' | 'raise' | undefined => {
  if (statement.type === 'pass_statement') return 'pass'
  if (statement.type === 'expression_statement' && parts(statement)[0]?.type === 'ellipsis') return '...'
  if (statement.type === 'raise_statement' && /^raise NotImplementedError\b/.test(statement.text)) return 'raise'
  return undefined
}

/** What is written beside: the docstring, the comments and the message. */
const wordsOf = (body: SyntaxNode, definition: SyntaxNode): string =>
  [
    ...definition.descendantsOfType('comment').map(each => each?.text ?? ''),
    ...body.descendantsOfType('string_content').map(each => each?.text ?? ''),
  ].join(' ')

/** A class whose methods others fill in: it says so, or it has no body anywhere. */
const isAbstract = (source: Source, owner: SyntaxNode): boolean =>
  basesOf(source, owner).some(each => /(?:Protocol|ABC|Interface)$/.test(each)) ||
  /metaclass|\b(?:Abstract|Base|Mixin|Interface|Protocol)|(?:Base|Mixin|Interface|Protocol|Backend|ABC)\b/.test(
    source.text.slice(owner.startIndex, field(owner, 'body')?.startIndex ?? owner.endIndex),
  )

/** Names of functions that do nothing on purpose. */
const meantEmpty =
  /no_?op|nop|dummy|nothing|ignore|stub|fake|null|empty|default|callback|hook|unused|placeholder|sentinel|^_+$/i

const found = (definition: SyntaxNode, source: Source): string | undefined => {
  const body = field(definition, 'body')
  if (body === undefined) return undefined
  const all = parts(body).filter((each, index) => !(index === 0 && isText(each)))
  const [only, another] = all
  const kind = only === undefined || another !== undefined ? undefined : standIn(only)
  if (kind === undefined) return undefined
  const name = field(definition, 'name')?.text ?? ''
  const says = unfinished.test(wordsOf(body, definition))
  const owner = source.classAround(definition)
  const decorated = decoratorsOf(definition)
  if (decorated.some(each => /overload|abstract/.test(each.text))) return undefined
  // In a class, to leave a method empty or to raise is how hooks and abstract methods are written.
  if (owner !== undefined && source.functionAround(definition) === undefined)
    return kind !== 'raise' && says && !isAbstract(source, owner) ? name : undefined
  // `if TYPE_CHECKING`, `except ImportError`: what stands there stands in for something else.
  if (definition.parent?.type !== 'module' || decorated.length > 0 || meantEmpty.test(name)) return undefined
  if (kind === 'raise') return name
  return says || (kind === 'pass' && !isText(parts(body)[0]) && !usedAsValue(source, name)) ? name : undefined
}

/** A function that is handed on without being called is one that others call: to do nothing may be its answer. */
const usedAsValue = (source: Source, name: string): boolean =>
  source.root
    .descendantsOfType('identifier')
    .some(
      each =>
        each?.text === name &&
        each.parent?.type !== 'function_definition' &&
        !(each.parent?.type === 'call' && each.parent.childForFieldName('function')?.id === each.id),
    )

const placeholders = z.array(
  z.object({ name: z.string(), symbol: z.string(), line: z.number(), column: z.number(), isMethod: z.boolean() }),
)

const placeholdersIn = (source: Source): readonly z.infer<typeof placeholders>[number][] =>
  /\bpass\b|\.\.\.|NotImplementedError/.test(source.text)
    ? source.root.descendantsOfType('function_definition').flatMap(definition => {
        // A body of one word is short; nothing else is looked into.
        if (definition === null || definition.endIndex - definition.startIndex > 2000) return []
        const name = found(definition, source)
        if (name === undefined) return []
        const { row, column } = definition.startPosition
        const around = source.symbolAt(definition)
        const symbol = around === undefined ? name : `${around}.${name}`
        return [{ name, symbol, line: row + 1, column: column + 1, isMethod: around !== undefined }]
      })
    : []

export default rule({
  id: 'placeholder-body',
  pack: 'errors',
  allows: 'allow functions whose body is still to be written',
  what: 'The body of a function is `pass`, `...` or `raise NotImplementedError`, and it is no abstract method, overload, protocol or hook.',
  why: 'It is called like any other and does nothing or fails: what looks done is not.',
  fix: 'Write it, remove it, or make it abstract.',
  bad: 'def refund(amount: int) -> None:\n    """Gives the money back."""\n    # TODO: implement\n    pass\n',
  good: 'def refund(amount: int) -> None:\n    """Gives the money back."""\n    send(-amount)\n',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  zen: { line: 'guess', costs: 10 },
  files: path =>
    !isBesideProgram(path) &&
    path.endsWith('.py') &&
    !/(?:^|\/)(?:alembic|migrations|versions)\/|dummy|stub|noop|fake|mock|null/.test(path),
  look: {
    by: 'project',
    collect: source => {
      const all = placeholdersIn(source)
      return all.length === 0 ? undefined : all
    },
    judge: files => {
      const all = files.flatMap(({ path, collected }) =>
        placeholders
          .parse(collected ?? [])
          .map(each => ({ ...each, path, key: `${path.replace(/[^/]*$/, '')} ${each.name}` })),
      )
      // Where several modules of one folder leave out the same function, it is one that each of them must have.
      const shared = Map.groupBy(all, each => each.key)
      return all
        .filter(each => each.isMethod || shared.get(each.key)?.length === 1)
        .map(({ path, line, column, symbol, name }) => ({
          path,
          line,
          column,
          symbol,
          message: `\`${name}\` is still to be written.`,
        }))
    },
  },
})
