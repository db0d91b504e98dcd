import { field } from '../../../core/python/nodes.ts'
import { decoratorsOf } from '../../../core/python/source/definitions.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

/** Names of calls that assert, in pytest, unittest, mocks, and the helpers that people write. */
const asserts =
  /assert|expect|raises|warns|verif|valid|check|should|must|ensure|compare|snapshot|fail|match|approve|skip|regress|golden|benchmark|deprecated|probe|confirm|prove|diff|equal|has_|contains|count|test/i
/** Tests that promise that nothing is raised say so. */
const promisesNothing =
  /no_?(?:error|raise|crash|exception|fail|warn|op)|not_?(?:raise|fail|crash|throw|error|block|hang)|n_?t_?(?:raise|fail|crash)|without_|smoke|import|safe|ignor|silent|works?$|runs?$|ok$|pass(?:es)?$|succe|accept|allow|idempotent|noop|repr|doc|example|can_|handles|robust|graceful|fuzz|stress|leak|valid/i

/** The same, in the words about a test. */
const saysSo = /(?:no|without(?: an?)?) (?:error|exception|raise|crash)|n[o']t (?:raise|fail|crash|throw|error|hang)/i

interface TestFact {
  readonly calls: readonly string[]
  readonly hit: RuleHit
}

interface Collected {
  /** Functions, by their names alone, and the names that they call. */
  readonly helpers: readonly { readonly name: string; readonly asserts: boolean; readonly calls: readonly string[] }[]
  readonly tests: readonly TestFact[]
}

interface Body {
  readonly asserts: boolean
  readonly calls: readonly string[]
}

const callsIn = (definition: SyntaxNode): Body => {
  // Most tests have the word in them, and need no closer look.
  if (/\bassert|\braises\b|\byield\b|\braise\b/.test(definition.text)) return { asserts: true, calls: [] }
  const found = field(definition, 'body')?.descendantsOfType('call') ?? []
  const calls = found.flatMap(each => {
    const called = each === null ? undefined : field(each, 'function')
    const name = called?.type === 'attribute' ? field(called, 'attribute') : called
    return name?.type === 'identifier' ? [name.text] : []
  })
  return { asserts: calls.some(each => asserts.test(each)), calls: [...new Set(calls)] }
}

const isTest = (source: Source, definition: SyntaxNode): boolean => {
  const name = field(definition, 'name')?.text ?? ''
  if (!name.startsWith('test_') || source.functionAround(definition) !== undefined) return false
  const owner = source.classAround(definition)
  return owner === undefined || /^Test|Tests?$|TestCase$/.test(field(owner, 'name')?.text ?? '')
}

/** Decorators and fixtures that assert themselves, or say that it is no ordinary test. */
const isSpecial = (definition: SyntaxNode): boolean =>
  decoratorsOf(definition).some(each =>
    /skip|xfail|benchmark|mpl_image|expected|fixture|abstract|image_comparison|raises|warns|check|assert/i.test(
      each.text,
    ),
  ) || /benchmark|snapshot|regression|verify|assert|check|expect/i.test(field(definition, 'parameters')?.text ?? '')

const testIn = (source: Source, definition: SyntaxNode, { asserts: does, calls }: Body): readonly TestFact[] => {
  const name = field(definition, 'name')
  // A body without a call only says what is still to come.
  if (name === undefined || does || calls.length === 0 || promisesNothing.test(name.text)) return []
  if (!isTest(source, definition) || isSpecial(definition) || saysSo.test(definition.text)) return []
  const hit = at(name, `\`${name.text}\` asserts nothing: it passes whatever the code does, unless it raises.`, {
    symbol: source.symbolAt(name) ?? name.text,
  })
  return [{ calls, hit }]
}

const collect = (source: Source): Collected | undefined => {
  if (!source.isTest) return undefined
  const read = source.root
    .descendantsOfType('function_definition')
    .flatMap(node => (node === null ? [] : [{ node, body: callsIn(node) }]))
  return {
    helpers: read.map(({ node, body }) => ({ name: field(node, 'name')?.text ?? '', ...body })),
    tests: isTestFile(source.path) ? read.flatMap(({ node, body }) => testIn(source, node, body)) : [],
  }
}

/** Every name of a function that asserts, itself or through others. */
const assertingNames = (all: readonly Collected[]): ReadonlySet<string> => {
  const helpers = all.flatMap(each => each.helpers)
  const found = new Set(helpers.filter(each => each.asserts).map(each => each.name))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const { name, calls } of helpers) if (calls.some(each => found.has(each))) found.add(name)
  }
  return found
}

export default rule({
  id: 'test-without-assertion',
  pack: 'tests',
  allows: 'allow tests that assert nothing',
  what: 'A test calls something, and neither it nor a helper that it calls asserts anything.',
  why: 'It stays green whatever the code returns: the line counts as covered, and nothing of it is promised.',
  fix: 'Assert what the call has to do. Where the promise is that nothing is raised, say so in the name.',
  bad: 'from shop import price\n\n\ndef test_price_of_two() -> None:\n    price(2)\n',
  good: 'from shop import price\n\n\ndef test_price_of_two() -> None:\n    assert price(2) == 3\n',
  at: 'tests/test_price.py',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  look: {
    by: 'project',
    collect,
    judge: files => {
      const read = files.flatMap(({ path, collected }) =>
        collected === undefined ? [] : [{ path, ...(collected as Collected) }],
      )
      const known = assertingNames(read)
      return read.flatMap(({ path, tests }) =>
        tests.filter(({ calls }) => !calls.some(each => known.has(each))).map(({ hit }) => ({ ...hit, path })),
      )
    },
  },
})
