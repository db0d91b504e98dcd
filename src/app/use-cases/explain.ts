import { answerKey } from '../../base/answer-key.ts'
import { catalogue, meaningOf } from '../../base/errors/catalogue.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { type ChoicePath, choices, type Option } from '../../core/design/answers/choices.ts'
import { deliveredKinds, madeFor } from '../../core/design/answers/delivered.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import { guidedPaths } from '../../core/design/answers/stages.ts'
import { questions } from '../../core/design/summary.ts'
import type { World } from '../world.ts'

/** An explanation: a title and paragraphs, each with a label where it helps. */
export interface Explanation {
  readonly name: string
  readonly kind: string
  readonly lines: readonly (readonly [label: string, text: string])[]
  /** The options that a kind of component takes, as an answers file has them. */
  readonly sample?: string
}

const exits = { 2: '2: a known error', 3: '3: a decision is needed', 130: '130: interrupted' } as const

const ofCode = (name: string): Explanation | undefined => {
  const meaning = meaningOf(name.toUpperCase())
  return meaning === undefined
    ? undefined
    : {
        name: name.toUpperCase(),
        kind: 'error code',
        lines: [
          ['Means', meaning],
          ['Exit code', exits[(catalogue as Record<string, { exit?: 3 | 130 }>)[name.toUpperCase()]?.exit ?? 2]],
        ],
      }
}

/** For which purposes an option is made, where that is not every one. */
const forWhom = (path: Parameters<typeof madeFor>[0], id: string): string | undefined => {
  const made = madeFor(path, id)
  if (made === undefined) return undefined
  return made.length === 0 ? 'not delivered yet' : `with purpose ${made.join(', ')}`
}

const optionWords = (path: ChoicePath, { id, means }: Option): string => {
  const whom = forWhom(path, id)
  return whom === undefined ? means : `${means} (${whom})`
}

/** The question of that path, or the only one whose path ends so: `errors` is `architecture.errors`. */
const choiceNamed = (name: string): ChoicePath | undefined => {
  const paths = Object.keys(choices) as ChoicePath[]
  const ends = paths.filter(each => each.endsWith(`.${name}`))
  return paths.find(each => each === name) ?? (ends.length === 1 ? ends[0] : undefined)
}

const ofChoice = (name: string): Explanation | undefined => {
  const path = choiceNamed(name)
  if (path === undefined) return undefined
  const { question, options } = choices[path]
  return {
    name: path,
    kind: 'question',
    lines: [
      ['Asks', question],
      ...(options as readonly Option[]).map((each): readonly [string, string] => [
        `${each.letter}  ${each.id}`,
        optionWords(path, each),
      ]),
    ],
  }
}

const ofOption = (name: string): Explanation | undefined => {
  const found = (Object.entries(choices) as [ChoicePath, (typeof choices)[ChoicePath]][]).flatMap(([path, choice]) =>
    (choice.options as readonly Option[]).filter(each => each.id === name).map(each => ({ path, each })),
  )
  return found.length === 0
    ? undefined
    : {
        name,
        kind: 'option',
        lines: found.map(({ path, each }) => [path, optionWords(path, each)]),
      }
}

const ofUnits = async (world: World, name: string): Promise<Explanation | undefined> => {
  const critic = (await world.shelves.critics()).find(each => each.id === name)
  const same = (await world.shelves.checks()).find(each => each.id === name.toLowerCase())
  if (critic !== undefined && same === undefined) {
    return {
      name,
      kind: 'critic rule',
      lines: [
        ['Asks', critic.asks],
        ['Why', critic.why],
        ['Loses', critic.example.bad],
        ['Keeps', critic.example.good],
        ['Dimension', critic.dimension],
        ['Reviews', critic.at.join(' and ')],
      ],
    }
  }
  const check = same
  if (check !== undefined)
    return {
      name,
      kind: 'check',
      lines: [
        ['Proves', check.what],
        ['Runs', check.tool === undefined ? 'in Trysquare’s own process' : 'with the project’s own environment'],
      ],
    }
  // Backwards: the security check has pages of its own for rules that are Ruff’s too.
  for (const each of (await world.shelves.checks()).toReversed()) {
    const lines = each.explains?.(name)
    if (lines !== undefined) return { name, kind: `rule of the check ${each.id}`, lines }
  }
  const rule = (await world.shelves.rules()).find(each => each.id === name)
  if (rule !== undefined) {
    return {
      name,
      kind: 'rule',
      lines: [
        ['Allows', rule.allows],
        ['Finds', rule.what],
        ['Why', rule.why],
        ['Fix', rule.fix],
        ['CWE', rule.cwe],
        ['Severity', `${rule.severity}, confidence ${rule.confidence}`],
        ['Since', rule.since],
      ],
    }
  }
  const backbone = (await world.shelves.backbones()).find(each => each.id === name)
  if (backbone !== undefined)
    return {
      name,
      kind: 'kind of component',
      lines: [
        ['Is', backbone.title],
        ['Made', forWhom('components.kind', name) ?? 'for every purpose'],
        ...(backbone.extension === undefined ? [] : [['Extended', backbone.extension] as const]),
      ],
      ...(backbone.sample !== undefined && { sample: backbone.sample }),
    }
  const doer = (await world.shelves.doers()).find(each => each.id === name)
  if (doer !== undefined) return { name, kind: 'doer', lines: [['Does', doer.title]] }
  const manager = (await world.shelves.managers()).find(each => each.id === name)
  return manager === undefined ? undefined : { name, kind: 'manager', lines: [['Is', manager.title]] }
}

const kindWords = (kind: string): string => {
  const whom = forWhom('components.kind', kind)
  return whom === undefined ? kind : `${kind} (${whom})`
}

const words: Readonly<Record<string, Explanation['lines']>> = {
  pass: [['Means', 'The check ran on exactly these files and found nothing.']],
  fail: [['Means', 'The check found something, or could not do its own work. The reason names the first finding.']],
  partial: [
    ['Means', 'Some of what was asked for is there and some is missing, as when a file has half of its interface.'],
  ],
  skipped: [['Means', 'The check does not speak of this file, or something that it needs is missing. Never a pass.']],
  intake: [
    [
      'Is',
      'Stage 0: eleven questions, then licence, authors, remote and team size. `trysquare schema answers` has every key.',
    ],
  ],
  architecture: [['Is', 'Stage 1: five decisions, each with an optional reason, and whatever else was decided.']],
  structure: [['Is', 'Stage 2: where the directory tree comes from, and the components.']],
  'structure.tree': [
    ['Is', 'A directory tree as text: a drawing, an indented list, or one path per line.'],
    ['Then', 'In a drawn tree the drawn path wins; what decisions need and it lacks is proposed as additions.'],
  ],
  'structure.guided': [
    ['Is', 'Six answers that build a tree: where components and tests lie, what else it holds.'],
    [
      'Then',
      'The tree is shown and approved like a drawn one; what later answers need and it lacks is proposed as additions.',
    ],
    ['Asks', guidedPaths.map(path => path.replace('structure.guided.', '')).join(', ')],
  ],
  'structure.guided.examples': [
    ['Is', 'Whether there are examples, in examples/; yes or no.'],
    ['Then', 'With yes, `features.demo` says which; with features.demo none it is refused.'],
  ],
  components: [
    ['Is', 'The parts that carry the meaning: name, kind, one sentence; for a custom one its interface.'],
    ['Kinds', deliveredKinds.map(kindWords).join('; ')],
  ],
  'components.name': [
    ['Is', 'A Python identifier in lower case: the name of its module and the beginning of its classes’ names.'],
    ['Not', 'What the package, its files’ imports or Python itself have under that name already.'],
  ],
  'components.kind': [
    ['Is', 'What makes the component; each kind is a small, real implementation with its tests.'],
    [
      'Kinds',
      `${deliveredKinds.map(kindWords).join('; ')}: custom is for what none of them is. \`trysquare explain validator\` says more.`,
    ],
  ],
  'components.does': [['Is', 'One sentence: what only this component does.']],
  'components.path': [['Is', 'Where its module lies; without it, by its name in the package.']],
  'components.interface': [
    ['Is', 'The signatures of its public functions and classes as a Python stub; a custom component needs it.'],
  ],
  project: [['Is', 'Licence, authors, remote and team size; asked with the intake.']],
  report: [['Is', 'The formats of the report: markdown, html, json, text.']],
  git: [['Is', 'Whether it becomes a git repository with a first commit; yes, unless it is false.']],
  date: [['Is', 'The day that licence, changelog and records bear, as 2026-11-21; without it, the day of the run.']],
  features: [['Is', 'Stage 3: five gates, each NO unless it is answered.']],
  approvals: [['Is', 'The decisions of a run without a terminal: docs/answers-file.md lists them.']],
  'intake.package_name': [
    ['Is', 'What is imported: a Python identifier in lower case, no keyword, no module of the standard library.'],
  ],
  'intake.repository_name': [['Is', 'The folder: letters, digits, dots, hyphens and underscores.']],
  'intake.python': [['Is', 'A PEP 440 specifier set such as ">=3.11"; a bare 3.12 means ==3.12.*.']],
  'intake.non_goals': [['Is', 'What it will not do; at least one. A boundary keeps a design small.']],
}

const ofWord = (name: string): Explanation | undefined => {
  const lines = words[name.toLowerCase()]
  return lines === undefined ? undefined : { name, kind: 'word', lines }
}

const ofGate = (name: string): Explanation | undefined =>
  name === 'gate'
    ? {
        name,
        kind: 'gate',
        lines: [
          ['Is', 'Every check over the whole repository; it passes when each check ran and found nothing.'],
          ['Runs', '`trysquare gate run`, and once at the end of every run.'],
        ],
      }
    : undefined

const ofPath = (name: string): Explanation | undefined => {
  const found = Object.values(questions)
    .flat()
    .find(([path]) => path === name)
  return found === undefined
    ? undefined
    : { name, kind: 'answer', lines: [['Asks', `${found[1]}; \`trysquare new --blank\` shows it with its form.`]] }
}

const ofAnswer = (key: string): Explanation | undefined => {
  const found = ofChoice(key) ?? ofWord(key) ?? ofPath(key)
  // A key of one entry of a list is told with the whole list.
  return found === undefined && key.includes('.') ? ofAnswer(key.slice(0, key.lastIndexOf('.'))) : found
}

/** Every name that can be explained, by kind. */
export const explainable = async (world: World): Promise<Readonly<Record<string, readonly string[]>>> => ({
  'error codes': Object.keys(catalogue),
  questions: Object.keys(choices),
  'critic rules': (await world.shelves.critics()).map(each => each.id),
  checks: (await world.shelves.checks()).map(each => each.id),
  rules: (await world.shelves.rules()).map(each => each.id),
  'kinds of component': (await world.shelves.backbones()).map(each => each.id),
  doers: (await world.shelves.doers()).map(each => each.id),
  gates: ['gate'],
})

/** Explains anything that has a name. An option of several questions is told for each of them. */
export const explain = async (world: World, name: string): Promise<Explanation> => {
  const found = ofCode(name) ?? ofChoice(name) ?? ofGate(name) ?? ofAnswer(answerKey(name))
  if (found !== undefined) return found
  const unit = await ofUnits(world, name)
  const option = ofOption(name)
  if (unit !== undefined)
    return option === undefined
      ? unit
      : { ...unit, kind: `${unit.kind} and option`, lines: [...unit.lines, ...option.lines] }
  if (option !== undefined) return option
  const known = Object.values(await explainable(world)).flat()
  const near = nearest(name, known)
  throw new KnownError('TSQ-UNKNOWN-NAME', {
    kind: 'thing to explain',
    name,
    known: ['`trysquare explain` lists them all'],
    ...(near !== undefined && { nearest: near }),
  })
}
