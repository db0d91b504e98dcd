import { readdirSync } from 'node:fs'
import type { Architecture, Decision, Features, Intake, Project } from '../src/core/design/answers/types.ts'
import type { SecondView } from '../src/core/design/critique.ts'
import { read } from '../src/core/design/reading.ts'
import type { Topic } from '../src/core/design/review/facts.ts'
import type { Critic } from '../src/ports/critic.ts'

const folder = new URL('../src/shelves/critics/', import.meta.url)

/** Every rule that lies on the shelf. */
export const allCritics = async (): Promise<readonly Critic[]> => {
  const ids = readdirSync(folder, { withFileTypes: true }).filter(each => each.isDirectory())
  const found = ids.map(async each => {
    const module = (await import(new URL(`${each.name}/critic.ts`, folder).href)) as { default: Critic }
    return module.default
  })
  return Promise.all(found)
}

export const decided = (...topics: readonly Topic[]): readonly Decision[] =>
  topics.map(topic => ({ topic, decision: `What holds for ${topic}.` }))

type Parts = {
  readonly intake?: Partial<Intake>
  readonly project?: Partial<Project>
  readonly architecture?: Partial<Architecture>
  readonly decisions?: readonly Decision[]
  readonly components?: readonly Partial<SecondView['components'][number]>[]
  readonly features?: Partial<Features>
  readonly files?: readonly string[]
  readonly drawn?: boolean
}

const libraryFiles = ['pyproject.toml', 'src/plain/__init__.py', 'src/plain/check.py', 'tests/test_check.py']

/** A library that nothing is wrong with, changed where a test says so. */
export const view = (parts: Parts = {}): SecondView => ({
  intake: {
    package_name: 'plain',
    repository_name: 'plain',
    description: 'Checks things.',
    purpose: 'library',
    users: ['developers'],
    maturity: 'production',
    lifespan: 'long-term',
    python: '>=3.12',
    deployment: 'local',
    concurrency: 'sync',
    non_goals: ['a page', 'a server'],
    ...parts.intake,
  },
  project: { license: 'MIT', authors: [{ name: 'A', email: 'a@example.org' }], ...parts.project },
  architecture: {
    dependencies: 'uv',
    configuration: 'files',
    errors: 'exceptions',
    logging: 'stdlib',
    testing: 'unit+integration',
    rationale: { testing: 'Both kinds find what the other misses.' },
    ...parts.architecture,
  },
  decisions: parts.decisions ?? decided('versioning', 'extension'),
  structure: { drawn: parts.drawn ?? false, files: parts.files ?? [...libraryFiles, 'examples/first.py'] },
  components: (parts.components ?? [{}]).map((each, index) => ({
    name: `part_${index}`,
    kind: 'validator',
    does: `Does thing ${index}.`,
    extension: undefined,
    interface: undefined,
    ...each,
  })),
  features: {
    api: 'none',
    ui: 'none',
    demo: 'minimal',
    docs: 'none',
    docs_contents: [],
    readme_languages: [],
    ...parts.features,
  },
})

/** The answers of a service that others rely on. */
export const service = {
  purpose: 'api-service',
  users: ['external'],
  deployment: 'container',
  concurrency: 'async',
} as const satisfies Partial<Intake>

/** What a rule says of a design, in short: `keep`, `remark`, `lose 2`. */
export const verdict = (rule: Critic, of: SecondView): string => {
  const judgement = rule.judge(read(of, rule.reads))
  return judgement.verdict === 'lose' ? `lose ${judgement.points}` : judgement.verdict
}
