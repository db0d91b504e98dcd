import type { TaskId } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { valueHash } from '../../base/hash.ts'
import { shellWord } from '../../base/shell-word.ts'
import { answerStages } from '../../core/design/answers/stages.ts'
import type { PlanEdits } from '../../core/design/plan/edits.ts'
import { freshIn } from '../../core/design/plan/fit.ts'
import { answersFileOf } from '../../core/documents/answers-print.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { pending } from '../../core/workflow/create/pending.ts'
import type { CreateCommand, CreateState, Standable } from '../../core/workflow/create/types.ts'
import { mostFixes } from '../../core/workflow/task/machine.ts'
import { type Decider, isQuestion, type Question } from '../../ports/decider.ts'
import { examined } from '../checking.ts'
import { passes } from '../deciders/accept-passing.ts'
import { doerNamed } from '../doers.ts'
import { checkTasks } from '../effects/check.ts'
import { clearLeftovers } from '../effects/clear.ts'
import { commitRepository } from '../effects/commit.ts'
import { runGate } from '../effects/gate.ts'
import { makeTasks } from '../effects/make.ts'
import { placeTasks } from '../effects/place.ts'
import { makePlan, proposeTree, refreshPlan } from '../effects/plan.ts'
import { makeReview } from '../effects/review.ts'
import { collisionOf, takeTheirs } from '../effects/take.ts'
import { fixCommand, fixOf } from '../fixes.ts'
import { writeOwn } from '../own-writes.ts'
import { refuseEdits } from '../plan-edits.ts'
import { refuseObstacles } from '../plan-obstacles.ts'
import { writeReports } from '../report/write.ts'
import { targetOf } from '../runs/locate.ts'
import type { Session } from '../runs/session.ts'
import { clearWorkspace, refuseLost, withholdSecrets } from '../workspace.ts'
import type { World } from '../world.ts'

/** How far a run came: finished, or what it needs from a person. */
export interface Advanced {
  readonly state: CreateState
  readonly target: string | undefined
  /** The folder in which commands find the run. */
  readonly folder: string
  readonly needed?: KnownError
}

const theTarget = (session: Session): string => {
  const target = targetOf(session.place(), session.state().given.intake?.repository_name)
  if (target === undefined) throw new Error('a run came to its files without a folder')
  return target
}

/** The first write into the repository's folder: the journal first. */
const moveIn = async (world: World, session: Session): Promise<string> => {
  const target = theTarget(session)
  if (session.place().kind === 'draft') {
    await session.settle(target)
    await world.files.sweep(target)
  }
  return target
}

/** The command that goes on from here, for the words of an error. */
const againOf = (session: Session): string =>
  session.place().out ? `trysquare next --in ${shellWord(session.place().home)}` : 'trysquare next'

const stopped = async (world: World, session: Session, question: Question, needed: KnownError): Promise<Advanced> => {
  const state = session.state()
  if (question.type === 'ask-review' && !state.shown.includes(question.checkpoint)) {
    // The door prints the review now; from here on a decision on it is not unseen.
    await session.transact([{ type: 'show', checkpoint: question.checkpoint }])
  }
  const target = targetOf(session.place(), state.given.intake?.repository_name)
  if (question.type === 'ask-task' && target !== undefined)
    await writeReports(world, { state: session.state(), events: session.events(), target })
  return { state: session.state(), target, folder: session.place().home, needed }
}

/** A command makes what needs a mind, and what a review wants otherwise than the design says; the rest follows from the design. */
const makeAll = async (
  world: World,
  session: Session,
  target: string,
  tasks: readonly TaskId[],
  name: string,
): Promise<void> => {
  const theirs = tasks.filter(id => ['keep', 'merge'].includes(collisionOf(session.state(), id)?.how ?? ''))
  // One round each: what is taken from the person may be what the others are made from.
  if (theirs.length > 0) return takeTheirs(world, session, target, theirs)
  const named = await doerNamed(world, name)
  if (named.unit.takes === undefined) return makeTasks(world, session, target, tasks, named, againOf(session))
  const state = session.state()
  const minded = new Set(state.plan.filter(each => each.maker === 'mind').map(each => each.id))
  const thinking = tasks.filter(id => minded.has(id) || taskOf(state, id).asked !== undefined)
  const rest = tasks.filter(id => !thinking.includes(id))
  // All that follows from the design first, round after round: a command finds the same there whenever it begins.
  return rest.length > 0
    ? makeTasks(world, session, target, rest, await doerNamed(world, 'builtin'), againOf(session))
    : makeTasks(world, session, target, thinking, named, againOf(session))
}

const kept: Readonly<Record<Standable, string>> = {
  architecture: 'The architecture',
  critic_1: 'Review 1',
  structure: 'The structure',
  features: 'The features',
  additions: 'What the tree lacked',
  critic_2: 'Review 2',
}

/** A decision stands again, unless the person's own file says something else in its stage now. */
const keepDecision = async (world: World, session: Session, what: Standable, decider: Decider): Promise<void> => {
  const stage = answerStages.find(each => each === what)
  const changes = stage === undefined ? [] : (decider.changes?.(stage, session.state()) ?? [])
  if (changes.length === 0) world.reporter.note(`${kept[what]}: unchanged, so the earlier decision stands.`)
  await session.transact(changes.length > 0 ? changes : [{ type: 'keep', what }])
}

const settleOne = async (world: World, session: Session, doer: string, decider: Decider): Promise<void> => {
  const effect = pending(session.state())
  if (effect === undefined || isQuestion(effect)) return
  switch (effect.type) {
    case 'propose':
      await session.transact(await proposeTree(world, session.state()))
      return
    case 'review':
      await session.transact(await makeReview(world, session.state(), effect.checkpoint))
      return
    case 'keep':
      await keepDecision(world, session, effect.what, decider)
      return
    case 'plan':
      await session.transact(
        await makePlan(world, session.state(), theTarget(session), session.place().kind === 'draft'),
      )
      return
    case 'make': {
      const target = await moveIn(world, session)
      return makeAll(world, session, target, effect.tasks, doer)
    }
    case 'check':
      return checkTasks(world, session, theTarget(session), againOf(session))
    case 'place':
      return placeTasks(world, session, theTarget(session), effect.tasks)
    case 'refresh':
      await session.transact([await refreshPlan(world, session.state())])
      return
    case 'clear':
      await session.transact([await clearLeftovers(world, session.state(), theTarget(session))])
      return
    case 'close':
      await session.transact([{ type: 'close' }])
      return
    case 'gate': {
      const { result } = await runGate(world, await examined(world, session, theTarget(session), againOf(session)))
      await session.transact([{ type: 'gate', result }])
      return
    }
    case 'report':
      // Whoever wants the same project again has everything in one file, decisions included.
      await writeOwn(
        world,
        session.state(),
        theTarget(session),
        '.trysquare/answers.yaml',
        answersFileOf(session.state()),
      )
      await session.transact([
        {
          type: 'report',
          reports: await writeReports(world, {
            state: session.state(),
            events: session.events(),
            target: theTarget(session),
          }),
        },
      ])
      return
  }
}

/**
 * Carries a run on until it is finished or needs a person: does what is pending, puts questions to the decider, keeps each answer
 * before it acts on it. A kill at any point leaves a run that this same function continues.
 */
export const advance = async (
  world: World,
  session: Session,
  decider: Decider,
  options: { readonly doer?: string } = {},
): Promise<Advanced> => {
  // What a process that was killed had begun to write would otherwise get into the first commit.
  if (session.place().kind === 'repository') {
    await world.files.sweep(session.place().home)
    await withhold(world, session, decider)
  }
  let ended = false
  for (;;) {
    const state = session.state()
    const effect = pending(state)
    if (effect === undefined) break
    if (effect.type === 'report') ended = true
    if (!isQuestion(effect)) {
      await settleOne(world, session, options.doer ?? state.run?.doer ?? 'builtin', decider)
      if (effect.type === 'check') {
        await withhold(world, session, decider)
        await mend(world, session, decider)
      }
      continue
    }
    const answer = await decider.answer(effect, state)
    if (answer instanceof KnownError) return stopped(world, session, effect, answer)
    for (const each of answer) if (each.type === 'edit-plan') await refuseChanges(world, session, each.edits)
    for (const id of accepted(answer)) await refuseLost(world, theTarget(session), session.state(), id)
    await session.transact(answer)
    const back = answer.find(each => each.type === 'decide' && each.decision.decision !== 'proceed')
    if (back?.type === 'decide' && back.decision.by.channel !== 'terminal')
      return afterReview(session, back.decision.decision === 'clarify' ? 'clarify' : 'revise')
    if (valueHash(session.state()) === valueHash(state))
      throw new Error(`the run does not move: ${effect.type} at ${state.at} was answered without effect`)
  }
  const target = theTarget(session)
  await clearWorkspace(world, target)
  await commitRepository(world, session.state(), target, ended)
  return { state: session.state(), target, folder: session.place().home }
}

/** What changes a plan is refused before it is kept: kept, it would stand in the way of every later command. */
const refuseChanges = async (world: World, session: Session, edits: PlanEdits): Promise<void> => {
  await refuseEdits(world, session.state(), edits)
  await refuseObstacles(world, theTarget(session), freshIn(edits, session.state().edits))
}

/** Deliveries with secrets are taken away; what was judged false beforehand is none. */
const withhold = async (world: World, session: Session, decider: Decider): Promise<void> => {
  const dismissed = decider.dismissals?.(session.state()) ?? []
  if (dismissed.length > 0) await session.transact(dismissed)
  await withholdSecrets(world, theTarget(session), session.state())
}

/** What only its formatting or a missing import keeps from passing is put right where that was approved beforehand. */
const mend = async (world: World, session: Session, decider: Decider): Promise<void> => {
  const by = decider.fixes?.()
  if (by === undefined) return
  for (const { id } of session.state().plan) {
    const own = taskOf(session.state(), id)
    if (own.at !== 'review' || own.fixes >= mostFixes || passes(own)) continue
    if (!own.validation?.rows.some(row => row.check === 'style' && row.outcome === 'FAIL')) continue
    const fix = await fixOf(world, theTarget(session), session.state(), id)
    if (fix?.harmless === true)
      await session.transact([await fixCommand(world, theTarget(session), session.state(), fix, by)])
  }
}

/** The tasks that an answer accepts. */
const accepted = (answer: readonly CreateCommand[]): readonly TaskId[] =>
  answer.flatMap(each => (each.type === 'task' && each.command.type === 'accept' ? [each.task] : []))

/** A recorded "revise" or "clarify" ends this pass: the person looks, changes something, and runs the command again. */
const afterReview = (session: Session, what: 'clarify' | 'revise'): Advanced => {
  const state = session.state()
  const target = targetOf(session.place(), state.given.intake?.repository_name)
  const last = state.decisions.at(-1)
  const path = `approvals.critic_${last?.checkpoint ?? 1}`
  const needed =
    what === 'revise'
      ? new KnownError('TSQ-NEEDED', {
          path: `approvals.${state.at}`,
          question: `the design is open again at ${state.at}`,
          how: `Change the answers there, set \`${path}\` to proceed, and run the same command again.`,
        })
      : new KnownError('TSQ-NEEDED', {
          path,
          question: 'the concern is explained above; the review still waits for a decision',
          how: `Set \`${path}\` to proceed or revise and run the same command again, or use \`trysquare decide\`.`,
        })
  return { state, target, folder: session.place().home, needed }
}
