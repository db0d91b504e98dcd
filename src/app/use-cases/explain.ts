import { answerKey } from '../../base/answer-key.ts'
import { catalogue, type ErrorCode, meaningOf } from '../../base/errors/catalogue.ts'
import { KnownError, wordsOf } from '../../base/errors/known-error.ts'
import { type ChoicePath, choices, type Option } from '../../core/design/answers/choices.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import { questions } from '../../core/design/summary.ts'
import { componentExample, kindLines } from '../explained/components.ts'
import { forWhom } from '../explained/for-whom.ts'
import { ownRule, ownRules } from '../explained/own-rules.ts'
import { rulePage } from '../explained/rule-page.ts'
import { wordNamed, wordNames } from '../explained/words.ts'
import type { World } from '../world.ts'

/** An explanation: a title and paragraphs, each with a label where it helps. */
export interface Explanation {
  readonly name: string
  readonly kind: string
  readonly lines: readonly (readonly [label: string, text: string])[]
  /** Lines of an answers file that show it. */
  readonly sample?: string
  /** Python that a rule finds something in, and Python that does the same rightly. */
  readonly examples?: { readonly bad: string; readonly good: string }
}

const exits = { 2: '2: a known error', 3: '3: a decision is needed', 130: '130: interrupted' } as const

/** Data of which every value reads as its name in capitals, for words that are told without any. */
const anyData = new Proxy(
  {},
  {
    get: (_, key) => {
      const name = String(key).toUpperCase()
      return Object.assign([name], { toString: () => name, replaceAll: () => name, includes: () => true })
    },
  },
) as never

const todoOf = (code: ErrorCode): string => {
  const words = wordsOf(code)
  return words.generally ?? words.todo(anyData)
}

const ofCode = (name: string): Explanation | undefined => {
  const meaning = meaningOf(name.toUpperCase())
  return meaning === undefined
    ? undefined
    : {
        name: name.toUpperCase(),
        kind: 'error code',
        lines: [
          ['Means', meaning],
          ['Do', todoOf(name.toUpperCase() as ErrorCode)],
          ['Exit code', exits[(catalogue as Record<string, { exit?: 3 | 130 }>)[name.toUpperCase()]?.exit ?? 2]],
        ],
      }
}

const optionWords = (path: ChoicePath, { id, means }: Option): string => {
  const whom = forWhom(path, id)
  return whom === undefined ? means : `${means} (${whom})`
}

/** The question of that path, or the only one whose path ends so: `errors` is `architecture.errors`. */
const choiceNamed = (name: string): ChoicePath | undefined => {
  const paths = Object.keys(choices) as ChoicePath[]
  const ends = paths.filter(each => each.endsWith(`.${name}`))
  // A word with a meaning of its own is not the end of a path: `components` are the components.
  return paths.find(each => each === name) ?? (ends.length === 1 && wordNamed(name) === undefined ? ends[0] : undefined)
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
  // Before the checks: the style check can say a little of every rule of Ruff, the rule itself all of its own.
  const rule = (await world.shelves.rules()).find(
    each => each.id === name || (each.look.by === 'ruff' && each.look.code === name.toUpperCase()),
  )
  if (rule !== undefined)
    return {
      name: rule.id,
      kind: `rule of the pack ${rule.pack}`,
      lines: rulePage(rule),
      examples: { bad: rule.bad, good: rule.good },
    }
  for (const each of await world.shelves.checks()) {
    const lines = each.explains?.(name)
    if (lines !== undefined) return { name, kind: `rule of the check ${each.id}`, lines }
  }
  const own = ownRule(name)
  if (own !== undefined) return { name, kind: `rule of the check ${own.check}`, lines: own.lines }
  const practice = (await world.shelves.practices()).find(each => each.id === name)
  if (practice !== undefined)
    return {
      name,
      kind: 'practice that `trysquare adopt` measures',
      lines: [
        ['Is', practice.title],
        ['Why', practice.why],
        ['Do', practice.todo],
      ],
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

const ofWord = (name: string): Explanation | undefined => {
  const lines = wordNamed(name)
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

/** What a component is and which kinds there are, each in a line, with one as an answers file has it. */
const ofComponents = async (world: World, name: string): Promise<Explanation | undefined> => {
  if (!['components', 'component', 'components.kind', 'kind', 'kinds', 'backbone', 'backbones'].includes(name))
    return undefined
  const backbones = await world.shelves.backbones()
  return {
    name: name.startsWith('kind') ? 'components.kind' : name,
    kind: 'answer',
    lines: kindLines(name, backbones),
    sample: componentExample(backbones),
  }
}

/** An option of components, such as `fields`: the kinds that take it show how. */
const ofComponentOption = async (world: World, name: string): Promise<Explanation | undefined> => {
  const taking = (await world.shelves.backbones()).filter(each => new RegExp(`^${name}:`, 'm').test(each.sample ?? ''))
  return taking.length === 0 || !/^[a-z_]+$/.test(name)
    ? undefined
    : {
        name: `components.options.${name}`,
        kind: 'option of a component',
        lines: taking.map(({ id, title }): readonly [string, string] => [id, `${title} \`trysquare explain ${id}\`.`]),
        sample: taking.map(each => each.sample ?? '').join(''),
      }
}

const ofAnswer = (key: string): Explanation | undefined => {
  const found = ofChoice(key) ?? ofWord(key) ?? ofPath(key)
  // A key of one entry of a list is told with the whole list.
  return found === undefined && key.includes('.') ? ofAnswer(key.slice(0, key.lastIndexOf('.'))) : found
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()

/** Error codes by what they are about: the word after `TSQ-`, where several share it. */
const byGroup = (codes: readonly string[]): Readonly<Record<string, readonly string[]>> => {
  const groups = Object.groupBy(sorted(codes), code => code.split('-')[1] ?? '')
  const single = Object.values(groups).flatMap(each => (each?.length === 1 ? each : []))
  return Object.fromEntries([
    ...Object.entries(groups).flatMap(([group, each]) =>
      each === undefined || each.length === 1 ? [] : [[`error codes: ${group.toLowerCase()}`, each] as const],
    ),
    ['error codes: others', single],
  ])
}

/** Every name that can be explained, by kind: what is answered first, then what a run says. */
export const explainable = async (world: World): Promise<Readonly<Record<string, readonly string[]>>> => ({
  'questions and answers': sorted([
    ...Object.keys(choices),
    'components',
    'components.kind',
    ...wordNames.filter(each => each.includes('.')),
  ]),
  words: sorted(wordNames.filter(each => !each.includes('.'))),
  'kinds of component': (await world.shelves.backbones()).map(each => each.id),
  doers: (await world.shelves.doers()).map(each => each.id),
  managers: (await world.shelves.managers()).map(each => each.id),
  gates: ['gate'],
  checks: (await world.shelves.checks()).map(each => each.id),
  'what checks find (besides the rules of Ruff and mypy)': sorted([
    ...ownRules,
    ...(await world.shelves.rules()).map(each => each.id),
  ]),
  'practices of `trysquare adopt`': (await world.shelves.practices()).map(each => each.id),
  'critic rules': sorted((await world.shelves.critics()).map(each => each.id)),
  ...byGroup(Object.keys(catalogue)),
})

/** Explains anything that has a name. An option of several questions is told for each of them. */
export const explain = async (world: World, name: string): Promise<Explanation> => {
  const found =
    ofCode(name) ??
    (await ofComponents(world, answerKey(name))) ??
    ofChoice(name) ??
    ofGate(name) ??
    ofAnswer(answerKey(name)) ??
    (await ofComponentOption(world, name.slice(name.lastIndexOf('.') + 1)))
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
