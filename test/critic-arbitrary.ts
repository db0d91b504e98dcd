import * as fc from 'fast-check'
import { type ChoiceId, type ChoicePath, idsOf } from '../src/core/design/answers/choices.ts'
import type { RationaleKey } from '../src/core/design/answers/types.ts'
import type { SecondView } from '../src/core/design/critique.ts'
import { topics } from '../src/core/design/review/facts.ts'

const choice = <P extends ChoicePath>(path: P): fc.Arbitrary<ChoiceId<P>> => fc.constantFrom(...idsOf(path))
const keys: readonly RationaleKey[] = ['dependencies', 'configuration', 'errors', 'logging', 'testing', 'concurrency']

const places = [
  'src/p/__init__.py',
  'src/p/one.py',
  'src/p/two.py',
  'src/p/three.py',
  'tests/test_one.py',
  'p/tests/conftest.py',
  'examples/first.py',
  'docs/index.md',
]

const component = fc.record({
  name: fc.constantFrom('one', 'two', 'three'),
  kind: fc.constantFrom('validator', 'pipeline', 'resource', 'command', 'client', 'worker', 'custom'),
  does: fc.constantFrom('Does this.', 'Does that.', 'Does more.', 'tbd'),
  extension: fc.option(fc.constant('Pass a function.'), { nil: undefined }),
  interface: fc.option(fc.constant('def f() -> int: ...'), { nil: undefined }),
})

/** Any design at all: every choice, sensible or not. */
export const anyView: fc.Arbitrary<SecondView> = fc.record({
  intake: fc.record({
    package_name: fc.constant('p'),
    repository_name: fc.constant('p'),
    description: fc.constantFrom('Does things.', 'Does things.', 'Does things.', 'tbd'),
    purpose: choice('intake.purpose'),
    users: fc.uniqueArray(choice('intake.users'), { minLength: 1 }),
    maturity: choice('intake.maturity'),
    lifespan: choice('intake.lifespan'),
    python: fc.constantFrom('>=3.12', '>=3.12', '>=3.8', '==3.12.*', '>=3.11,<3.14', '==3.9.*'),
    deployment: choice('intake.deployment'),
    concurrency: choice('intake.concurrency'),
    non_goals: fc.uniqueArray(fc.constantFrom('charts', 'a server', 'payments', 'sending mail', 'a web page', 'none'), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  project: fc.record({
    license: choice('project.license'),
    authors: fc.constant([{ name: 'A', email: 'a@example.org' }]),
    team_size: fc.constantFrom(undefined, 1, 2, 5),
  }),
  architecture: fc.record({
    dependencies: choice('architecture.dependencies'),
    configuration: choice('architecture.configuration'),
    errors: choice('architecture.errors'),
    logging: choice('architecture.logging'),
    testing: choice('architecture.testing'),
    rationale: fc
      .tuple(fc.subarray([...keys]), fc.constantFrom('', '', 'Why everything.'))
      .map(([some, same]) => Object.fromEntries(some.map(key => [key, same || `Why ${key}.`]))),
  }),
  // Now and then a decision that says nothing.
  decisions: fc
    .tuple(
      fc.subarray([...topics]),
      fc.array(fc.constantFrom('', '', '', 'none', 'tbd'), { minLength: topics.length, maxLength: topics.length }),
    )
    .chain(([some, empty]) => {
      const all = some.map((topic, index) => ({ topic, decision: empty[index] || `What of ${topic}.` }))
      const again = some.slice(0, 1).map(topic => ({ topic: `${topic}.`, decision: 'Something else.' }))
      return fc.constantFrom(all, all, [...all, ...again])
    }),
  structure: fc.record({ drawn: fc.boolean(), files: fc.subarray(places) }),
  components: fc.array(component, { maxLength: 10 }),
  features: fc.record({
    api: choice('features.api'),
    api_audience: fc.option(choice('features.api_audience'), { nil: undefined }),
    ui: choice('features.ui'),
    demo: choice('features.demo'),
    docs: choice('features.docs'),
    docs_contents: fc.constant([]),
    readme_languages: fc.subarray(['de', 'fr', 'zh']),
  }),
})
