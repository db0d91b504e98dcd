import * as fc from 'fast-check'
import { type ChoicePath, idsOf } from '../../src/core/design/answers/choices.ts'
import { deliveredKinds, isDelivered, makesKind } from '../../src/core/design/answers/delivered.ts'
import { fieldTypes, operations } from '../../src/shelves/backbones/resource/options.ts'

/** Answers as a file holds them, before they are read. */
export type Written = Readonly<Record<string, unknown>>

const mean = [
  'Takes, tracks and cancels one order.',
  'Says "no" and means it; it\'s strict.',
  'Ends in a backslash \\',
  'Three quotes """ and three ticks ```',
  'Braces {x} {{ y }} {% z %} %s %(a)s ${HOME} $(id)',
  '# a heading | a cell | <b>markup</b> & [a link](http://x)',
  'Größe, 尺寸, الحجم, मात्रा and 👩‍🔧.',
  'tsq: if logging: structlog',
  'my_package MyPackage my_component MyComponent',
  '- a list: of [things], {more: of them}',
  `It ${'very '.repeat(30)}much.`,
  'TODO: nothing.',
  'x',
]
const sentence = fc.constantFrom(...mean)
const identifier = fc.oneof(
  fc.constantFrom(
    'order',
    'order_line',
    'item',
    'report',
    'parser',
    'user_account',
    'x',
    'a1',
    'invoice_2',
    'tax_rate',
  ),
  fc.stringMatching(/^[a-z][a-z0-9]{0,12}(?:_[a-z0-9]{1,8}){0,2}$/),
)
const option = (path: ChoicePath, purpose: string): fc.Arbitrary<string> =>
  fc.constantFrom(...(idsOf(path) as readonly string[]).filter(id => isDelivered(path, id, purpose)))
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined })

const bound = fc.integer({ min: -5, max: 200 }).map(String)
const value = fc.stringMatching(/^[a-z][a-z0-9]{0,6}(?:-[a-z0-9]{1,5})?$/)
const defaults: Readonly<Record<string, fc.Arbitrary<string>>> = {
  str: fc.constantFrom('abc', 'it\'s "so" \\', '{x}', 'ä'),
  int: bound,
  float: fc.constantFrom('0.5', '-1.25', '3'),
  bool: fc.constantFrom('true', 'false'),
  decimal: fc.constantFrom('1.50', '-2', '0.00000001'),
  date: fc.constantFrom('2026-01-31', '1999-12-31'),
  datetime: fc.constantFrom('2026-01-31T10:00:00Z', '2026-01-31T10:00+02:00'),
  uuid: fc.constant('123e4567-e89b-12d3-a456-426614174000'),
}

/** A field with what its type knows; a few of them cannot be, and are refused by name when they are read. */
const field = fc.constantFrom(...fieldTypes).chain(type => {
  const numeric = ['int', 'float', 'decimal'].includes(type)
  const all = fc.record({
    type: fc.constant(type),
    optional: maybe(fc.constantFrom('true', 'false')),
    unique: ['str', 'int', 'date', 'uuid'].includes(type) ? maybe(fc.constant('true')) : fc.constant(undefined),
    min_length: type === 'str' ? maybe(fc.constantFrom('0', '1', '3')) : fc.constant(undefined),
    max_length: type === 'str' ? maybe(fc.constantFrom('3', '40', '10000')) : fc.constant(undefined),
    ge: numeric ? maybe(fc.constantFrom('0', '1', '-5')) : fc.constant(undefined),
    le: numeric ? maybe(fc.constantFrom('10', '1000')) : fc.constant(undefined),
    values: type === 'enum' ? fc.uniqueArray(value, { minLength: 1, maxLength: 5 }) : fc.constant(undefined),
    default: defaults[type] === undefined ? fc.constant(undefined) : maybe(defaults[type]),
  })
  // What must differ cannot have a default.
  return all.map(each => (each.unique === undefined ? each : { ...each, default: undefined }))
})
const resource = fc.record({
  fields: fc.dictionary(identifier, field, { minKeys: 1, maxKeys: 6, noNullPrototype: true }),
  operations: maybe(
    fc
      .subarray(operations.filter(each => each !== 'create' && each !== 'get'))
      .map(others => ['create', 'get', ...others]),
  ),
  storage: maybe(fc.constantFrom('memory', 'sqlite')),
})

/** Command lines of every type, with and without what may be left out. */
const command = fc.record({
  arguments: maybe(
    fc.constantFrom(
      { source: { type: 'path', help: 'What to read.' } },
      { source: { type: 'str', help: 'It says "so".' }, count: { type: 'int', help: 'How many.', default: '3' } },
    ),
  ),
  flags: maybe(
    fc.constantFrom(
      { dry_run: { type: 'bool', help: 'Do nothing.', default: 'false' } },
      {
        ratio: { type: 'float', help: 'A share.', default: '0.5' },
        mode: { type: 'enum', values: ['a', 'b-c'], help: 'How.', default: 'a' },
      },
    ),
  ),
})
const client = fc.record({ base_url_setting: maybe(identifier.map(name => `${name}_url`)) })
const optionsFor: Readonly<Record<string, fc.Arbitrary<unknown>>> = { resource, command, client }

const stub = fc.constantFrom(
  'def work(text: str, *, strict: bool = False) -> list[str]: ...',
  'class Engine:\n    def __init__(self, name: str) -> None: ...\n    def run(self) -> int: ...',
  'RATE: float\n\nasync def fetch(rate: float) -> bytes: ...',
)

const component = (purpose: string) =>
  fc.constantFrom(...deliveredKinds.filter(kind => makesKind(purpose, kind))).chain(kind =>
    fc.record({
      name: identifier,
      kind: fc.constant(kind),
      does: sentence,
      options: optionsFor[kind] ?? fc.constant(undefined),
      interface: kind === 'custom' ? stub : fc.constant(undefined),
    }),
  )

/** What builds a tree; where it holds files of a feature that is answered NO, it is refused by name. */
const sixAnswers = (purpose: string): fc.Arbitrary<Written> => {
  const some = (path: ChoicePath) =>
    fc.subarray((idsOf(path) as readonly string[]).filter(id => isDelivered(path, id, purpose)))
  return fc.record({
    components: option('structure.guided.components', purpose),
    exposure: some('structure.guided.exposure'),
    directories: some('structure.guided.directories'),
    examples: fc.boolean(),
    tests: option('structure.guided.tests', purpose),
    docs: option('structure.guided.docs', purpose),
  })
}

const ofPurpose = (purpose: string): fc.Arbitrary<Written> => {
  const one = (path: ChoicePath) => option(path, purpose)
  return fc.record({
    intake: fc.record({
      package_name: identifier,
      repository_name: fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{1,8}(?:[-_.][A-Za-z0-9]{1,6})?$/),
      description: sentence,
      purpose: fc.constant(purpose),
      users: fc.subarray([...idsOf('intake.users')], { minLength: 1 }),
      maturity: one('intake.maturity'),
      lifespan: one('intake.lifespan'),
      python: fc.constantFrom('>=3.11', '>=3.12', '>=3.11,<3.15', '3.13', '>=3.14'),
      deployment: one('intake.deployment'),
      concurrency: one('intake.concurrency').filter(each => each !== 'recommend'),
      non_goals: fc.uniqueArray(sentence, { minLength: 1, maxLength: 3 }),
    }),
    project: fc.record({
      license: one('project.license'),
      authors: fc.array(
        fc.record({
          name: fc.constantFrom('Ada Lovelace', 'O\'Neil "Bob"', 'Zoë 尺', 'a\\b', '{x}'),
          email: fc.constantFrom('ada@example.org', "o'neil+x@example.co.uk", 'a&b{c}@example.org'),
        }),
        { minLength: 1, maxLength: 2 },
      ),
      remote: maybe(
        fc.constantFrom('https://example.org/shop/orders', 'https://github.com/a/b', 'https://x.org/a%20b(c)?d=e&f'),
      ),
      team_size: maybe(fc.constantFrom('1', '3', '40')),
    }),
    architecture: fc.record({
      dependencies: one('architecture.dependencies'),
      configuration: one('architecture.configuration'),
      errors: one('architecture.errors'),
      logging: one('architecture.logging'),
      testing: one('architecture.testing'),
      rationale: maybe(fc.record({ errors: sentence, logging: sentence }, { requiredKeys: [] })),
    }),
    decisions: maybe(
      fc.array(fc.record({ topic: fc.constantFrom('versioning', 'data', 'else'), decision: sentence, why: sentence }), {
        maxLength: 2,
      }),
    ),
    // The drawing of mode tree follows from the other answers; whoever uses this draws it.
    structure: one('structure.mode').chain(mode =>
      mode === 'guided'
        ? fc.record({ mode: fc.constant(mode), guided: sixAnswers(purpose) })
        : fc.record({ mode: fc.constant(mode) }),
    ),
    components: fc.uniqueArray(component(purpose), { minLength: 1, maxLength: 4, selector: each => each.name }),
    features: fc.record({
      api: one('features.api'),
      api_audience: one('features.api_audience'),
      ui: one('features.ui'),
      demo: one('features.demo'),
      docs: one('features.docs'),
      docs_contents: maybe(fc.subarray(['api-reference', 'tutorials', 'architecture', 'contributing'])),
      readme_languages: fc.subarray(['zh', 'de', 'ar']),
    }),
    report: maybe(fc.record({ formats: fc.subarray(['markdown', 'html', 'json', 'text'], { minLength: 1 }) })),
    date: fc.constantFrom('2026-11-21', '2024-02-29'),
  })
}

/** Purposes that this version makes; a new one comes in by being delivered. */
export const purposes: readonly string[] = idsOf('intake.purpose').filter(id => isDelivered('intake.purpose', id))

/** Answers of every purpose, with every choice and kind that is delivered for it. */
export const anyDesign: fc.Arbitrary<Written> = fc.constantFrom(...purposes).chain(ofPurpose)
