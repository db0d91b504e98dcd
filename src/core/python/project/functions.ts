import type { SyntaxNode } from '../../../ports/grammar.ts'
import { columnOf, field, lineOf } from '../nodes.ts'
import { blockingCall, mentionsOfBlocking } from '../source/blocking.ts'
import { decoratorsOf, isAsync, ownNodes } from '../source/definitions.ts'
import type { Source } from '../source/source.ts'
import { importsOthers, isOfLibrary } from './others.ts'

/** A call in a function, by what it calls. */
export interface CallFact {
  readonly target: string
  /** As it is written: `self.load`. */
  readonly written: string
  readonly line: number
  readonly column: number
  /** Nothing is done with what it returns. */
  readonly dropped: boolean
}

/** What other files may want to know of a function; plain data. */
export interface FunctionFact {
  /** Dotted, with its module. */
  readonly name: string
  readonly symbol: string
  readonly isAsync: boolean
  /** What calling it does is what its body does: no generator, and no decorator that could change it. */
  readonly isPlain: boolean
  /** The first call in it that waits without letting others run. */
  readonly blocks?: { readonly what: string; readonly line: number }
  readonly calls: readonly CallFact[]
}

const harmless = /^(?:staticmethod|classmethod|(?:typing\.)?override|(?:typing\.)?final|(?:abc\.)?abstractmethod)$/

const mayBlock = (source: Source): boolean => mentionsOfBlocking.some(word => source.text.includes(word))

/**
 * A file that has no coroutine, waits for nothing and knows no other code takes no part in what blocks what; nothing of the program
 * calls a test.
 */
const takesPart = (source: Source): boolean =>
  source.text.includes('async def') || (!source.isTest && mayMatter(source))

const mayMatter = (source: Source): boolean => mayBlock(source) || importsOthers(source)

/** A method of the class that the call lies in, where that class itself defines it. */
const ownMethod = (source: Source, called: SyntaxNode | undefined): string | undefined => {
  const object = called?.type === 'attribute' ? field(called, 'object') : undefined
  if (called === undefined || object?.type !== 'identifier' || !/^(?:self|cls)$/.test(object.text)) return undefined
  const owner = source.classAround(called)
  const [className, method] = [owner && field(owner, 'name')?.text, field(called, 'attribute')?.text]
  if (owner === undefined || className === undefined || method === undefined) return undefined
  const body = field(owner, 'body')
  const defines = body?.namedChildren.some(each => {
    const definition = each?.type === 'decorated_definition' ? field(each, 'definition') : (each ?? undefined)
    return definition?.type === 'function_definition' && field(definition, 'name')?.text === method
  })
  return defines === true ? `${source.module ?? ''}.${className}.${method}` : undefined
}

const callFact = (source: Source, call: SyntaxNode): CallFact | undefined => {
  const called = field(call, 'function')
  if (called?.type !== 'identifier' && called?.type !== 'attribute') return undefined
  const target = ownMethod(source, called) ?? source.callee(call)
  if (target === undefined || target.startsWith('builtins.') || isOfLibrary(target)) return undefined
  return {
    target,
    written: called.text,
    line: lineOf(call),
    column: columnOf(call),
    dropped: call.parent?.type === 'expression_statement',
  }
}

const factOf = (source: Source, definition: SyntaxNode, waits: boolean): FunctionFact | undefined => {
  const around = source.scopeAt(definition.startIndex)
  if (around.kind !== 'module' && (around.kind !== 'class' || around.around?.kind !== 'module')) return undefined
  const own = field(definition, 'name')?.text ?? ''
  const symbol = around.kind === 'class' ? `${field(around.node, 'name')?.text ?? ''}.${own}` : own
  const nodes = ownNodes(source, definition, ['call', 'yield'])
  const calls = nodes.filter(each => each.type === 'call')
  const first = waits
    ? calls.map(call => ({ call, what: blockingCall(source, call) })).find(each => each.what !== undefined)
    : undefined
  return {
    name: `${source.module ?? ''}.${symbol}`,
    symbol,
    isAsync: isAsync(definition),
    isPlain: calls.length === nodes.length && decoratorsOf(definition).every(each => harmless.test(each.text)),
    ...(first?.what !== undefined && { blocks: { what: first.what, line: lineOf(first.call) } }),
    calls: calls.flatMap(call => callFact(source, call) ?? []),
  }
}

const known = new WeakMap<Source, readonly FunctionFact[]>()

/** The functions and methods of a file, as far as they matter to who calls whom; worked out once for all rules that ask. */
export const functionFacts = (source: Source): readonly FunctionFact[] => {
  const before = known.get(source)
  if (before !== undefined) return before
  const waits = mayBlock(source)
  const facts = takesPart(source)
    ? source.root.descendantsOfType('function_definition').flatMap(each => (each && factOf(source, each, waits)) ?? [])
    : []
  known.set(source, facts)
  return facts
}
