import { proposeStub } from '../../../../app/use-cases/propose-stub.ts'
import { KnownError } from '../../../../base/errors/known-error.ts'
import { isRefusal } from '../../../../base/refusal.ts'
import { makesKind } from '../../../../core/design/answers/delivered.ts'
import type { Given } from '../../../../core/design/answers/schema.ts'
import { suggestedKind } from '../../../../core/design/suggest/component.ts'
import { readAnswersText } from '../../../../core/documents/answers-file.ts'
import type { Backbone } from '../../../../ports/backbone.ts'
import type { Context, Reply } from '../context.ts'
import { misfit } from '../misfit.ts'
import { readAt, refusedIn } from '../values.ts'
import { componentProblems } from './component-problems.ts'

type Component = NonNullable<Given['components']>[number]

const stub = (name: string): string =>
  `# The interface of ${name}: signatures only, as Python.\n# It is what the file is held against. An example:\n#\n# def load(path: str) -> dict[str, str]:\n#     """Load the settings of a file."""\n#     ...\n`

const bare = (text: string): string =>
  text
    .split('\n')
    .filter(line => !line.startsWith('#'))
    .join('\n')
    .trim()

const letters = 'ABCDEFGH'

const askKind = async (context: Context, kinds: readonly Backbone[]): Promise<Backbone | '<'> => {
  const { talk } = context
  const { state } = context
  const idea = suggestedKind(`${state.given.intake?.description ?? ''} ${state.run?.idea ?? ''}`, kind =>
    kinds.some(each => each.id === kind),
  )
  const unit = kinds.find(each => each.id === idea.value)
  const suggested = unit && { unit, why: idea.why }
  const width = Math.max(...kinds.map(each => each.id.length))
  talk.say(...kinds.map((each, index) => `  ${letters[index] ?? ''}  ${each.id.padEnd(width)}  ${each.title}`))
  const offer =
    suggested === undefined
      ? []
      : [
          `  suggested: ${talk.style.green(suggested.unit.id)} ${talk.style.dim(`(${suggested.why}); Enter chooses it`)}`,
        ]
  talk.say(...offer)
  for (;;) {
    const text = await talk.ask('Kind')
    if (text === '<') return '<'
    const found =
      text === ''
        ? suggested?.unit
        : kinds.find((each, index) => each.id === text.toLowerCase() || letters[index] === text.toUpperCase())
    if (found !== undefined) return found
    if (text === '?')
      talk.say(
        '  A kind is a small, real, generic implementation with its tests. custom is for what none of them is: you give its interface, and an agent or a person writes it.',
        ...offer,
      )
    else talk.refuse(`There is no kind "${text}": ${kinds.map(each => each.id).join(', ')}.`)
  }
}

/** A line with a suggestion, validated by the schema of components. */
const askLine = async (
  context: Context,
  label: string,
  suggestion: string | undefined,
  read: (text: string) => string | undefined,
  help: string,
): Promise<string> => {
  const { talk } = context
  if (suggestion !== undefined)
    talk.say(`  suggested: ${talk.style.green(suggestion.replace(/\.$/, ''))} ${talk.style.dim('(Enter chooses it)')}`)
  for (;;) {
    const text = await talk.ask(label)
    if (text === '<') return '<'
    if (text === '?') {
      talk.say(`  ${help} < goes back to the components.`)
      continue
    }
    const chosen = text === '' ? (suggestion ?? '') : text
    const problem = read(chosen)
    if (problem === undefined) return chosen
    talk.refuse(problem)
  }
}

const problemWith = (component: Partial<Component>): string | undefined => {
  const read = readAt({}, 'components', [{ name: 'part', kind: 'custom', does: 'It does something.', ...component }])
  if (!refusedIn(read)) return undefined
  const [first] = read
  return first === undefined
    ? undefined
    : 'reason' in first.data
      ? `${first.data.reason} ${'todo' in first.data ? first.data.todo : ''}`
      : 'It cannot be used.'
}

const askOne = async (
  context: Context,
  kinds: readonly Backbone[],
  taken: readonly string[],
): Promise<Component | '<'> => {
  const { state } = context
  const unit = await askKind(context, kinds)
  if (unit === '<') return '<'
  const free = (name: string) =>
    taken.includes(name) ? `There is a component named ${name} already.` : problemWith({ name })
  const own = unit.id === 'custom' || free(unit.id) !== undefined ? undefined : unit.id
  const name = await askLine(
    context,
    'Name (a Python identifier)',
    own,
    free,
    'It names the module, and its classes begin with it: order_line makes OrderLine.',
  )
  if (name === '<') return '<'
  const does = await askLine(
    context,
    'What it does, one sentence',
    unit.id === 'custom' ? undefined : unit.title,
    text => problemWith({ does: text }),
    'What only this component does; it opens its documentation, and the reviews read it.',
  )
  if (does === '<') return '<'
  const drawn = state.given.structure?.mode === 'tree'
  const path = drawn
    ? await askLine(
        context,
        'Its file in your tree (Enter: found by its name)',
        '',
        text => (text === '' ? undefined : problemWith({ path: text })),
        'The path of its module in the tree that you drew, where that is called otherwise than the component.',
      )
    : ''
  if (path === '<') return '<'
  const made: Component = { name, kind: unit.id, does, ...(path !== '' && { path }) }
  if (unit.id === 'custom') return withStub(context, made)
  return unit.sample === undefined ? made : withOptions(context, made, unit, unit.sample)
}

/** Some kinds must know what they are made of: a resource its fields. They are asked as a file writes them. */
const withOptions = async (
  context: Context,
  component: Component,
  unit: Backbone,
  sample: string,
): Promise<Component | '<'> => {
  const { talk } = context
  const dispensable = unit.options.safeParse({}).success
  talk.say(
    `  ${component.kind} ${dispensable ? 'can have' : 'needs'} options, as an answers file has them:`,
    ...sample
      .trimEnd()
      .split('\n')
      .map(line => `    ${line}`),
    talk.style.dim(
      `  Enter ${dispensable ? 'leaves them out · e' : ''} opens your editor · or paste them, an empty line ends it · < goes back`,
    ),
  )
  let text = `# The options of ${component.name}, as YAML.\n${sample}`
  for (;;) {
    const typed = await talk.ask('Options', { lines: 'block' })
    if (typed === '<') return '<'
    if (typed === '?') {
      talk.say(
        `  What a ${component.kind} is made from; the lines with # say what else there is. They are checked when they are given.`,
      )
      continue
    }
    if (typed === '' && dispensable) return component
    const given = typed === '' || typed === 'e' ? await talk.edit(text, `${component.name}.yaml`) : typed
    if (given === undefined) continue
    text = given
    const read = readAnswersText(given, `${component.name}.yaml`)
    if (isRefusal(read)) {
      talk.refuse(read)
      continue
    }
    const options = read.value as Readonly<Record<string, unknown>>
    const made = { ...component, ...(typeof options === 'object' && options !== null && { options }) }
    const problems = await componentProblems(context, made)
    if (problems.length === 0) return made
    talk.refuse(...problems)
  }
}

/** What the run's doer proposes; a person who is told why there is nothing writes it instead. */
const proposed = async (context: Context, component: Component, doer: string): Promise<string | undefined> => {
  const { world, talk, state } = context
  try {
    return await proposeStub(world, state.given, component, doer, await context.folder())
  } catch (error) {
    if (!(error instanceof KnownError)) throw error
    talk.refuse(error)
    return undefined
  }
}

/** A custom component is held against its interface, so it cannot do without one. */
const withStub = async (context: Context, component: Component): Promise<Component | '<'> => {
  const { talk } = context
  const doer = context.state.run?.doer ?? 'builtin'
  const thinks = doer.includes(':')
  talk.say(
    '  custom needs a doer that can think, and its interface: a stub, signatures only.',
    talk.style.dim(
      `  Enter opens your editor · ${thinks ? 'p has your doer propose one, for you to change · ' : ''}or paste the stub, an empty line ends it · < goes back`,
    ),
  )
  let text = stub(component.name)
  for (;;) {
    const typed = await talk.ask('Interface', { lines: 'block' })
    if (typed === '<') return '<'
    if (typed === '?') {
      talk.say(
        '  The public functions and classes with their types, each ending in `: ...`; what is made is held against it.',
        '  Such as  def price(weight_grams: int) -> int: ...',
      )
      continue
    }
    if (typed === 'p' && thinks) text = (await proposed(context, component, doer)) ?? text
    // What was proposed is approved by being looked at, as it is or changed.
    const given = typed === '' || (typed === 'p' && thinks) ? await talk.edit(text, `${component.name}.pyi`) : typed
    if (given === undefined) continue
    text = given
    const made = { ...component, interface: `${bare(given)}\n` }
    const problems = await componentProblems(context, made)
    if (problems.length === 0) return made
    talk.refuse(...problems)
  }
}

/** The components of the project, one after the other. */
export const components = async (context: Context): Promise<Reply> => {
  const { talk, world, state } = context
  const all = await world.shelves.backbones()
  const kinds = all
    .filter(each => makesKind(state.given.intake?.purpose, each.id))
    .toSorted((a, b) => Number(a.id === 'custom') - Number(b.id === 'custom') || (b.id < a.id ? -1 : 1))
  let made: readonly Component[] = state.given.components ?? []
  talk.say('', `${talk.style.bold('Components')}  The parts that carry the project’s meaning; at least one.`)
  for (;;) {
    if (made.length > 0) {
      talk.say(
        ...made.map((each, index) => `  ${index + 1}. ${each.name} (${each.kind}): ${each.does}`),
        talk.style.dim('  Enter goes on · a adds one · - and a number takes one out · < goes back'),
      )
      const text = await talk.ask('Components')
      if (text === '') {
        const values = { components: [...made] }
        const refused = await misfit(context, values)
        if (refused === undefined) return { kind: 'values', values }
        talk.refuse(refused)
        continue
      }
      if (text === '<') return { kind: 'back' }
      if (text === '?') {
        talk.say(
          '  A component is a module with its tests and documentation; the plan is made from these.',
          '  a asks for another; - 2 takes the second out; Enter takes the list as it is.',
        )
        continue
      }
      const gone = /^-\s*(\d*)$/.exec(text)
      if (gone !== null) {
        const at = gone[1] === '' ? made.length : Number(gone[1])
        made = made.filter((_, index) => index + 1 !== at)
        continue
      }
      if (text !== 'a') {
        talk.refuse('Enter, a, -, < or ?.')
        continue
      }
    }
    const one = await askOne(
      context,
      kinds,
      made.map(each => each.name),
    )
    if (one !== '<') made = [...made, one]
    else if (made.length === 0) return { kind: 'back' }
  }
}
