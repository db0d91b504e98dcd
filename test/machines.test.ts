import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ActorSystem, type ActorSystemInfo, type AnyActorLogic, fromTransition } from 'xstate'
import { getAdjacencyMap, getShortestPaths } from 'xstate/graph'
import { isRefusal } from '../src/base/refusal.ts'
import { answerStages, missing } from '../src/core/design/answers/stages.ts'
import { failing } from '../src/core/gates/verdict.ts'
import { create } from '../src/core/workflow/create/machine.ts'
import { pending } from '../src/core/workflow/create/pending.ts'
import { stands } from '../src/core/workflow/create/reopen.ts'
import { typedAt } from '../src/core/workflow/create/typed.ts'
import type { CreateAt, CreateState, Standable } from '../src/core/workflow/create/types.ts'
import type { Machine } from '../src/core/workflow/machine.ts'
import { mostTries, task } from '../src/core/workflow/task/machine.ts'
import type { TaskState } from '../src/core/workflow/task/types.ts'
import { createCommands, reopenedCommands, taskCommands } from './machine-commands.ts'

/** An edge of the walked graph: a command that was taken. */
interface Edge<State, Command> {
  readonly from: State
  readonly command: Command
  readonly to: State
}

interface Walked<State, Command> {
  readonly states: readonly State[]
  readonly edges: readonly Edge<State, Command>[]
  /** For each state the shortest way there, as the places that it leads through. */
  readonly ways: readonly (readonly string[])[]
  readonly key: (state: State) => string
}

/** Walks a machine by all commands from its beginning, until nothing new comes; two states with one key are the same. */
const walk = <
  State extends { readonly at: string },
  Command extends { readonly type: string },
  Event extends { readonly type: string },
>(
  machine: Machine<State, Command, Event>,
  commands: readonly Command[],
  key: (state: State) => string,
): Walked<State, Command> => {
  const logic = fromTransition<State, Command, ActorSystem<ActorSystemInfo>, undefined>((state, command) => {
    const events = machine.decide(state, command)
    return isRefusal(events) ? state : events.reduce(machine.apply, state)
  }, machine.initial) as AnyActorLogic
  const options = {
    events: [...commands],
    serializeState: (snapshot: { readonly context: State }) => key(snapshot.context),
  }
  const map = getAdjacencyMap(logic, options as never) as unknown as Readonly<
    Record<
      string,
      {
        readonly state: { readonly context: State }
        readonly transitions: Readonly<
          Record<string, { readonly event: Command; readonly state: { readonly context: State } }>
        >
      }
    >
  >
  const nodes = Object.values(map)
  const edges = nodes.flatMap(({ state, transitions }) =>
    Object.values(transitions)
      .filter(each => !isRefusal(machine.decide(state.context, each.event)))
      .map(each => ({ from: state.context, command: each.event, to: each.state.context })),
  )
  const paths = getShortestPaths(logic, options as never) as unknown as readonly {
    readonly state: { readonly context: State }
    readonly steps: readonly { readonly state: { readonly context: State } }[]
  }[]
  const ways = paths.map(path => [...path.steps.map(step => step.state.context.at), path.state.context.at])
  return { states: nodes.map(each => each.state.context), edges, ways, key }
}

const written = (table: object): readonly string[] =>
  Object.entries(
    table as Readonly<Record<string, Readonly<Record<string, { readonly to: readonly string[] }>>>>,
  ).flatMap(([at, row]) => Object.entries(row).flatMap(([type, { to }]) => to.map(each => `${at} –${type}→ ${each}`)))

const seen = (walked: {
  readonly edges: readonly Edge<{ readonly at: string }, { readonly type: string }>[]
}): readonly string[] => [...new Set(walked.edges.map(each => `${each.from.at} –${each.command.type}→ ${each.to.at}`))]

/** The keys of the states from which one of `ends` can be reached. */
const leadingTo = <State extends { readonly at: string }, Command>(
  walked: Walked<State, Command>,
  ends: readonly string[],
): ReadonlySet<string> => {
  const before = Map.groupBy(walked.edges, each => walked.key(each.to))
  const found = new Set(walked.states.filter(each => ends.includes(each.at)).map(walked.key))
  for (const key of found) for (const edge of before.get(key) ?? []) found.add(walked.key(edge.from))
  return found
}

/** Commands that the table does not know where the state is. */
const strangers = <Command extends { readonly type: string }>(
  machine: { readonly possible: (at: never) => readonly string[] },
  at: string,
  commands: readonly Command[],
): readonly Command[] => commands.filter(each => !machine.possible(at as never).includes(each.type))

const taskKey = (state: TaskState): string =>
  JSON.stringify([
    state.at,
    Math.min(state.tries, 4),
    state.validation?.rows.map(row => row.outcome),
    [...new Set(state.dismissed.map(each => each.finding))].toSorted(),
    state.decided?.acknowledged?.length,
  ])
const createKey = (state: CreateState): string =>
  JSON.stringify([
    state.at,
    Object.keys(state.given).toSorted(),
    Object.keys(state.confirmed).toSorted(),
    Object.values(state.reviews).map(each => [each.checkpoint, each.band]),
    state.proposal?.additions.length,
    state.plan.length,
    Object.values(state.tasks).map(each => each.at),
    state.gate?.passed,
    state.without.length,
  ])
const reopenedKey = (state: CreateState): string =>
  JSON.stringify([
    createKey(state),
    // Whether nearly all that was decided stands, and whether what is asked here does: more would only multiply the same states.
    Object.keys(state.stood).length > 4,
    'structure' in state.stood,
    state.at in state.stood && stands(state, state.at as Standable) !== undefined,
    state.former?.plan.map(each => each.id),
    state.plan.map(each => each.id),
    state.leftovers.length,
    state.collisions.some(each => each.how === undefined),
    state.beside?.by === undefined,
  ])

const tasks = walk(task, taskCommands, taskKey)
const onwards = walk(create, createCommands, createKey)
const again = walk(create, reopenedCommands, reopenedKey)
/** What the two walks of the create machine came to; whether a way leads on is a matter of each by itself. */
const runs = {
  states: [...onwards.states, ...again.states],
  edges: [...onwards.edges, ...again.edges],
  ways: [...onwards.ways, ...again.ways],
}

/** C-01, with the approval of additions (C-41) between features and the second review. */
const order: readonly CreateAt[] = [
  'new',
  'intake',
  'architecture',
  'critic_1',
  'structure',
  'features',
  'additions',
  'critic_2',
  'plan',
  'tasks',
  'gate',
  'report',
  'finished',
]

/** What must hold in every state that a run comes to. */
const brokenPromise = (state: CreateState): string | undefined => {
  const rank = order.indexOf(state.at)
  const firstOpen = answerStages.findIndex(each => state.confirmed[each] === undefined)
  if (firstOpen >= 0 && answerStages.slice(firstOpen).some(each => state.confirmed[each] !== undefined))
    return 'a stage is confirmed before an earlier one'
  for (const stage of answerStages) {
    if (order.indexOf(stage) < rank && state.confirmed[stage] === undefined) return `${stage} was left unconfirmed`
    if (state.confirmed[stage] !== undefined && missing(stage, state.given).length > 0)
      return `${stage} was confirmed with open answers`
    if (order.indexOf(stage) >= rank && state.confirmed[stage] !== undefined) return `${stage} is open and confirmed`
  }
  for (const checkpoint of [1, 2] as const) {
    if (rank <= order.indexOf(`critic_${checkpoint}`)) continue
    const last = state.decisions.findLast(each => each.checkpoint === checkpoint)
    if (last?.decision !== 'proceed') return `review ${checkpoint} was passed without "proceed"`
    const review = state.reviews[checkpoint]
    if (review === undefined || review.band === 'major') return `review ${checkpoint} does not carry what follows`
  }
  if (rank < order.indexOf('tasks') && Object.keys(state.tasks).length > 0) return 'there are tasks before the approval'
  if (rank >= order.indexOf('tasks') && (state.confirmed.plan === undefined || state.plan.length === 0))
    return 'there are tasks without an approved plan'
  if (
    rank >= order.indexOf('gate') &&
    Object.values(state.tasks).some(each => !['done', 'deferred', 'aborted'].includes(each.at))
  )
    return 'the tasks were closed with one open'
  return undefined
}

/** What must hold in every state that a task comes to. */
const brokenTask = (state: TaskState): string | undefined => {
  if (state.at !== 'accepted' && state.at !== 'done') return undefined
  const dismissed = state.dismissed.map(each => each.finding)
  const validation = state.validation ?? { rows: [], findings: [] }
  if (!validation.rows.some(row => row.outcome === 'PASS')) return 'accepted although nothing was checked'
  const left = failing(validation, dismissed)
  if (left.includes('security')) return 'accepted with an open security finding'
  return left.every(check => state.decided?.acknowledged?.includes(check))
    ? undefined
    : 'accepted without acknowledging'
}

describe.each([
  ['create', create.table, runs, [...createCommands, ...reopenedCommands]],
  ['task', task.table, tasks, taskCommands],
] as const)('the %s machine', (_, table, walked, commands) => {
  test('every state of the table is reached, and by a way that was walked [C-01]', () => {
    expect(new Set(walked.ways.map(way => way.at(-1)))).toEqual(new Set(Object.keys(table)))
  })

  test('every transition of the table is taken by some path, and no path takes another [C-01]', () => {
    expect(seen(walked).toSorted()).toEqual([...new Set(written(table))].toSorted())
  })

  test('every command of the table is among those that are walked', () => {
    const types = new Set(Object.values(table).flatMap(row => Object.keys(row)))
    expect(new Set(commands.map(each => each.type))).toEqual(types)
  })
})

test.each([onwards, again])('a run never comes to a dead end: from every state it can be finished [Q-22]', walked => {
  const good = leadingTo(walked, ['finished'])
  expect(walked.states.filter(each => !good.has(walked.key(each))).map(walked.key)).toEqual([])
})

test('a task never comes to a dead end: from every state it can be settled [Q-22]', () => {
  const good = leadingTo(tasks, ['done', 'deferred', 'aborted'])
  expect(tasks.states.filter(each => !good.has(taskKey(each))).map(taskKey)).toEqual([])
})

test('a command that the table does not know is refused, says what is possible, and makes no event [C-01]', () => {
  for (const state of runs.states) {
    for (const command of strangers(create, state.at, createCommands)) {
      expect(create.decide(state, command)).toEqual({
        refused: true,
        code: 'TSQ-RUN-ORDER',
        data: {
          at: state.at,
          asked: typedAt(state.at, [command.type])[0] ?? command.type,
          possible: typedAt(state.at, create.possible(state.at)),
        },
      })
    }
  }
  for (const state of tasks.states) {
    for (const command of strangers(task, state.at, taskCommands))
      expect(task.decide(state, command)).toMatchObject({ code: 'TSQ-RUN-ORDER', data: { at: state.at } })
  }
})

test('no command leads further than to the next stage [C-01]', () => {
  const leaps = runs.edges.filter(each => order.indexOf(each.to.at) > order.indexOf(each.from.at) + 1)
  expect(leaps.map(each => `${each.from.at} –${each.command.type}→ ${each.to.at}`)).toEqual([])
})

test('the shortest way to the end leads through every stage in its order [C-01]', () => {
  const way = runs.ways.find(each => each.at(-1) === 'finished') ?? []
  expect(way.filter((at, index) => at !== way[index - 1])).toEqual(order)
})

test('nothing is passed without its confirmation, its review or its approval, on any path [C-01] [C-02]', () => {
  expect(runs.states.map(brokenPromise).filter(each => each !== undefined)).toEqual([])
})

test('no path accepts an open security finding, an unacknowledged failure or a file that nothing looked at [C-68] [K-02b]', () => {
  expect(tasks.states.map(brokenTask).filter(each => each !== undefined)).toEqual([])
})

test('every state but the last and the first waits for something that its table can do', () => {
  const silent = runs.states.filter(each => pending(each) === undefined).map(each => each.at)
  expect(new Set(silent)).toEqual(new Set(['new', 'finished']))
})

/** Any command, one that is taken, or one that is taken and does not lead back: so that random runs come far. */
const steps = fc.array(
  fc.record({ how: fc.constantFrom('any', 'taken', 'onwards', 'onwards', 'onwards', 'onwards'), pick: fc.nat(10_000) }),
  { minLength: 60, maxLength: 150, size: 'max' },
)
const leadsBack = (command: { readonly type: string; readonly decision?: { readonly decision: string } }): boolean =>
  ['reopen', 'reopen-plan', 'abort', 'defer', 'regenerate', 'modify'].includes(command.type) ||
  (command.decision !== undefined && command.decision.decision !== 'proceed')

/** Every state of a run or a task to which random commands lead. */
const follow = <
  State extends { readonly at: string },
  Command extends { readonly type: string },
  Event extends { readonly type: string },
>(
  machine: Machine<State, Command, Event>,
  commands: readonly Command[],
  key: (state: State) => string,
  choices: readonly { readonly how: string; readonly pick: number }[],
): readonly State[] => {
  const states = [machine.initial]
  const next = (state: State, command: Command): State => {
    const events = machine.decide(state, command)
    return isRefusal(events) ? state : events.reduce(machine.apply, state)
  }
  for (const { how, pick } of choices) {
    const state = states.at(-1) ?? machine.initial
    const open =
      how === 'any'
        ? commands
        : commands.filter(
            each => key(next(state, each)) !== key(state) && (how === 'taken' || !leadsBack(each as { type: string })),
          )
    const command = open[pick % Math.max(1, open.length)]
    if (command !== undefined) states.push(next(state, command))
  }
  return states
}

test('whatever is asked of a run, its promises hold and its state survives the journal’s JSON [C-01] [Q-01]', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(steps, choices => {
      for (const state of follow(create, createCommands, createKey, choices)) {
        reached.add(state.at)
        expect(brokenPromise(state)).toBeUndefined()
        expect(JSON.parse(JSON.stringify(state))).toEqual(state)
        for (const each of Object.values(state.tasks)) expect(brokenTask(each)).toBeUndefined()
      }
    }),
    // A fixed seed: that the runs come far enough to mean something is checked below.
    { numRuns: 60, seed: 20_261_121 },
  )
  expect(reached).toEqual(new Set(order))
})

test('whatever is asked of a task, its promises hold, and no doer fails a third time and is asked again [C-68]', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(steps, choices => {
      for (const state of follow(task, taskCommands, taskKey, choices)) {
        reached.add(state.at)
        expect(brokenTask(state)).toBeUndefined()
        expect(state.at === 'planned' && state.tries >= mostTries).toBe(false)
      }
    }),
    { numRuns: 100, seed: 20_261_121 },
  )
  expect(reached).toEqual(new Set(Object.keys(task.table)))
})
