import type { ErrorData } from '../../base/errors/catalogue.ts'
import { KnownError, refuse } from '../../base/errors/known-error.ts'
import { type Refusal, refusal } from '../../base/refusal.ts'
import { nearest } from '../../core/design/answers/fields.ts'
import { readAnswers } from '../../core/design/answers/read.ts'
import type { Approvals, Given } from '../../core/design/answers/schema.ts'
import { undecided } from '../../core/workflow/create/collisions.ts'
import { type Effect, pending } from '../../core/workflow/create/pending.ts'
import type { CreateCommand, CreateState, Settling } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import { unanswered } from '../deciders/recorded/needed.ts'
import { standingDecider } from '../deciders/standing.ts'
import { withRun } from '../runs/here.ts'
import { whoIs } from '../who.ts'
import type { World } from '../world.ts'
import { type Advanced, advance } from './advance.ts'

/** What can be decided by name, as in `approvals` of an answers file. */
export const decidable = [
  'intake',
  'architecture',
  'critic_1',
  'structure',
  'features',
  'additions',
  'critic_2',
  'collisions',
  'plan',
  'tasks',
] as const

/** The name of the decision that a run waits for; undefined when it waits for none. */
export const decisionAt = (effect: Effect | undefined): (typeof decidable)[number] | undefined => {
  switch (effect?.type) {
    case 'ask-confirm':
      return effect.stage
    case 'ask-review':
      return effect.checkpoint === 1 ? 'critic_1' : 'critic_2'
    case 'ask-collisions':
      return 'collisions'
    case 'ask-plan':
      return 'plan'
    case 'ask-task':
      return 'tasks'
    default:
      return undefined
  }
}

/** One decision from the command line. */
export interface Deciding {
  readonly what: string
  readonly decision: string
  readonly minScore?: string | undefined
  readonly about?: string | undefined
  readonly why?: string | undefined
}

/** A word that is no decision was typed, and stands in no file: it is told as what it was typed as. */
const atTheCommandLine = (refused: Refusal, what: string): Refusal => {
  if (refused.code !== 'TSQ-ANSWERS-VALUE') return refused
  const { value, choices, nearest: near } = refused.data as ErrorData<'TSQ-ANSWERS-VALUE'>
  return refusal('TSQ-UNKNOWN-NAME', {
    kind: `decision on ${what}`,
    name: value,
    known: choices,
    ...(near !== undefined && { nearest: near }),
  })
}

const approvalsOf = ({ what, decision, minScore, about }: Deciding): Approvals => {
  if (!decidable.some(each => each === what)) {
    const near = nearest(what, decidable)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'decision',
      name: what,
      known: decidable,
      ...(near !== undefined && { nearest: near }),
    })
  }
  const detailed = minScore !== undefined || about !== undefined
  const value = detailed
    ? { decision, ...(minScore !== undefined && { min_score: minScore }), ...(about !== undefined && { about }) }
    : decision
  const given = readAnswers({ approvals: { [what]: value } })
  if (Array.isArray(given)) {
    const [first] = given as readonly Refusal[]
    if (first !== undefined) return refuse(atTheCommandLine(first, what))
  }
  return (given as Given).approvals ?? {}
}

/** What a person can do where no decision is open: answer what the stage asks. */
const possibleAt = (effect: Effect | undefined): readonly string[] =>
  effect?.type === 'ask-answers' ? [`next --answers FILE, with ${effect.missing.join(', ')} in it`] : []

/** The run must wait for this very decision: a decision given too early would be one that nobody could have looked at. */
const mustWaitFor = (state: CreateState, what: string, decision: string): void => {
  const effect = pending(state)
  const waits = decisionAt(effect)
  if (waits === what) return
  // The stage is the right one, and what it lacks is an answer: to say that it is not its turn would be untrue.
  if (effect?.type === 'ask-answers' && effect.stage === what) throw unanswered(effect.missing)
  throw new KnownError('TSQ-RUN-ORDER', {
    at: state.at,
    asked: `decide ${what} ${decision}`,
    possible: waits === undefined ? possibleAt(effect) : [`decide ${waits}`],
  })
}

const settlings: readonly Settling[] = ['keep', 'replace', 'merge']

/** What `collisions` or `collisions.README.md` decides: on all the files in the way that nobody has decided on, or on one. */
const settleCommand = (state: CreateState, { what, decision }: Deciding, by: By): CreateCommand => {
  const named = what.slice('collisions.'.length)
  const open = undecided(state).map(each => each.path)
  const paths = state.collisions.map(each => each.path).filter(path => path === named)
  if (named !== '' && paths.length === 0)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'file in the way',
      name: named,
      known: state.collisions.length > 0 ? state.collisions.slice(0, 8).map(each => each.path) : ['none'],
    })
  const how = settlings.find(each => each === decision)
  const possible = named === '' && open.length === 0 ? ['approve'] : settlings
  if (!possible.some(each => each === decision))
    throw new KnownError('TSQ-UNKNOWN-NAME', { kind: `decision on ${what}`, name: decision, known: possible })
  return {
    type: 'settle',
    files: (named === '' ? open : paths).map(path => ({ path, how: how ?? 'keep' })),
    by,
  }
}

/** Decides on what stands in the way, and goes on. */
const decideCollisions = (world: World, deciding: Deciding): Promise<Advanced> =>
  withRun(world, async session => {
    const by: By = {
      who: await whoIs(world),
      channel: 'command',
      ...(deciding.why !== undefined && { why: deciding.why }),
    }
    await session.transact([settleCommand(session.state(), deciding, by)])
    return advance(world, session, standingDecider(session.state(), by.who))
  })

/** Takes one decision, and goes on until the next is needed. */
export const decideRun = async (world: World, deciding: Deciding): Promise<Advanced> =>
  /^collisions(?:\.|$)/.test(deciding.what) ? decideCollisions(world, deciding) : decideOne(world, deciding)

const decideOne = (world: World, deciding: Deciding): Promise<Advanced> =>
  withRun(world, async session => {
    const approvals = approvalsOf(deciding)
    mustWaitFor(session.state(), deciding.what, deciding.decision)
    return advance(world, session, standingDecider(session.state(), await whoIs(world), approvals, deciding.why))
  })
