import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isRefusal, type Refusal } from '../src/base/refusal.ts'
import type { RepoPath } from '../src/base/repo-path.ts'
import { earlyOf } from '../src/core/design/answers/complete.ts'
import type { Architecture, Design } from '../src/core/design/answers/types.ts'
import { type Plan, type PlannedTask, planOf } from '../src/core/design/plan/plan.ts'
import { ruffSettings } from '../src/core/design/plan/ruff-settings.ts'
import { templateChoices } from '../src/core/design/plan/template-choices.ts'
import { componentFacts } from '../src/core/design/plan/units.ts'
import { sampleNames } from '../src/core/render/names.ts'
import { renderText } from '../src/core/render/render-text.ts'
import type { Artifact } from '../src/ports/artifact.ts'
import type { Backbone } from '../src/ports/backbone.ts'
import type { LoopItem, SlotLines, StructuredFile } from '../src/ports/unit-file.ts'
import uv from '../src/shelves/managers/uv/manager.ts'
import { loadRuff } from '../src/world/grammar/ruff.ts'

const shelves = new URL('../src/shelves/', import.meta.url)
const ruff = await loadRuff()

const units = async <Unit>(shelf: string, file: string): Promise<readonly Unit[]> => {
  const folders = readdirSync(new URL(shelf, shelves)).filter(each =>
    existsSync(new URL(`${shelf}/${each}/${file}`, shelves)),
  )
  return Promise.all(
    folders.map(
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every unit of a shelf has the shelf’s type
      async each => ((await import(new URL(`${shelf}/${each}/${file}`, shelves).href)) as { default: Unit }).default,
    ),
  )
}

export const artifacts = await units<Artifact>('artifacts', 'artifact.ts')
export const backbones = await units<Backbone>('backbones', 'backbone.ts')

export interface Wanted {
  readonly intake?: Partial<Design['intake']>
  readonly project?: Partial<Design['project']>
  readonly architecture?: Partial<Architecture>
  readonly features?: Partial<Design['features']>
  readonly decisions?: Design['decisions']
  readonly components?: Design['components']
  readonly tree?: readonly string[]
}

/** A command with an argument and a flag of every type, bounded and not, given by force and not, under names that Python has too. */
export const everyParameter = {
  arguments: {
    input: {
      type: 'path',
      help: 'The "file" to read, [bold]wherever[/bold] it lies; `-` is a name like any other, 100 % of the time.',
    },
    mode: { type: 'enum', values: ['plain', 'on-hold'] },
    rest: { type: 'str', optional: true },
  },
  flags: {
    format: { type: 'enum', values: ['csv', 'json-lines'], default: 'csv', help: 'The format.' },
    level: { type: 'enum', values: ['one'], optional: true },
    limit: { type: 'int', default: 3, ge: 1, le: 9 },
    offset: { type: 'int' },
    id: { type: 'str', default: 'it\'s "quoted" \\ and ünïcödé' },
    ratio: { type: 'float', default: 0.00001, ge: -1, le: 1e16 },
    share: { type: 'float', optional: true },
    header: { type: 'bool', default: true },
    dry_run: { type: 'bool', help: `${'Long words about what would be done, and nothing is done. '.repeat(3)}End.` },
    output_folder: { type: 'path', default: 'a/folder' },
    log: { type: 'path', optional: true },
    a_name_of_thirty_letters_in_it: {
      type: 'enum',
      values: ['a-value-of-thirty-letters-in-it'.slice(0, 30)],
      optional: true,
    },
  },
} as const

/** A resource with a field of every type, bounded and not, and what may be said of each. */
export const everyField = {
  fields: {
    name: { type: 'str', min_length: 1, max_length: 40, unique: true },
    note: { type: 'str', optional: true },
    kind: { type: 'enum', values: ['plain', 'on-hold'], default: 'plain' },
    amount: { type: 'int', ge: 0 },
    position: { type: 'int', unique: true },
    ratio: { type: 'float', ge: 0, le: 1 },
    share: { type: 'float', optional: true },
    open: { type: 'bool', default: false },
    seen: { type: 'bool', optional: true },
    price: { type: 'decimal', ge: 0, default: '1.50' },
    weight: { type: 'decimal' },
    born: { type: 'date', unique: true },
    since: { type: 'date', default: '2026-01-31' },
    changed: { type: 'datetime' },
    token: { type: 'uuid', unique: true, optional: true },
    code: { type: 'str', min_length: 3, max_length: 3, default: 'abc' },
  },
} as const

/** What a service is besides a library's design. */
export const asService = (options: Readonly<Record<string, unknown>> = everyField): Wanted => ({
  intake: { purpose: 'api-service', concurrency: 'async', deployment: 'container' },
  features: { api: 'fastapi', demo: 'minimal', docs: 'mkdocs', docs_contents: ['api-reference'] },
  components: [{ name: 'order_line', kind: 'resource', does: 'One line of an order.', options }],
})

/** A library's design, with what the test cares about laid over it. */
export const planFor = (wanted: Wanted = {}): Plan => {
  const design: Design = {
    intake: {
      package_name: 'schema_guard',
      repository_name: 'schema-guard',
      description: 'Checks structured data against schemas.',
      purpose: 'library',
      users: ['developers'],
      maturity: 'production',
      lifespan: 'long-term',
      python: '>=3.11',
      deployment: 'local',
      concurrency: 'sync',
      non_goals: ['a web framework'],
      ...wanted.intake,
    },
    project: { license: 'MIT', authors: [{ name: 'Sample Author', email: 'author@example.org' }], ...wanted.project },
    architecture: {
      dependencies: 'uv',
      configuration: 'environment',
      errors: 'exceptions',
      logging: 'stdlib',
      testing: 'unit',
      rationale: {},
      ...wanted.architecture,
    },
    decisions: wanted.decisions ?? [],
    structure: { mode: wanted.tree ? 'tree' : 'template' },
    components: wanted.components ?? [],
    features: {
      api: 'none',
      ui: 'none',
      demo: 'none',
      docs: 'none',
      docs_contents: [],
      readme_languages: [],
      ...wanted.features,
    },
    git: true,
    date: '2026-11-21',
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the tests write the paths
  const early = earlyOf(design, { drawn: wanted.tree !== undefined, files: (wanted.tree ?? []) as readonly RepoPath[] })
  const plan = planOf(early, artifacts, backbones, locked =>
    uv.facts({ names: early.names, python: early.python, remote: design.project.remote, locked }),
  )
  if (isRefusal(plan)) throw new Error(JSON.stringify(plan))
  return plan
}

type Ask<T> = ((from: unknown, item: string) => T) | undefined

/** The text of one task's file. */
export const rendered = (plan: Plan, task: PlannedTask): string | Refusal<'TSQ-TEMPLATE'> => {
  const { placed } = task
  const { file } = placed
  const reading = placed.reading(plan.late)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- units are stored without the type of what they read
  const ask = <T>(question: unknown, otherwise: T): T => (question as Ask<T>)?.(reading, placed.item) ?? otherwise
  const settings = ruffSettings({ package: plan.early.names.package, minimum: plan.early.python.minimum })
  if (file.compose) {
    const structured = ask<StructuredFile>(file.compose, { format: 'json', value: {} })
    return renderText({ path: task.path, source: { structured }, ruff, settings })
  }
  const name = typeof file.template === 'string' ? file.template : ask<string>(file.template, '')
  const place = `${placed.unit.shelf}/${placed.unit.id}/template/${name}`
  const component = plan.early.components.find(each => each.name === task.component)
  return renderText({
    path: task.path,
    source: {
      template: { name: place, text: readFileSync(new URL(place, shelves), 'utf8') },
      context: {
        names: {
          ...sampleNames(plan.early.names, component && componentFacts(component)),
          ...ask<Readonly<Record<string, string>>>(file.names, {}),
        },
        choices: templateChoices(placed.early),
        slots: ask<Readonly<Record<string, SlotLines>>>(file.slots, {}),
        loops: ask<Readonly<Record<string, readonly LoopItem[]>>>(file.loops, {}),
      },
    },
    ruff,
    settings,
  })
}

/** Every file that a template or data makes, by path; a refusal fails the test. */
export const projectFor = (wanted: Wanted = {}): ReadonlyMap<string, string> => {
  const plan = planFor(wanted)
  return new Map(
    plan.tasks
      .filter(task => task.maker === 'template')
      .map(task => {
        const text = rendered(plan, task)
        if (typeof text !== 'string') throw new Error(`${task.path}: ${JSON.stringify(text.data)}`)
        return [task.path, text]
      }),
  )
}
