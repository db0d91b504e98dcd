import type { TaskId } from '../../../base/brand.ts'
import type { KnownError } from '../../../base/errors/known-error.ts'
import { refuse } from '../../../base/errors/known-error.ts'
import { isRefusal } from '../../../base/refusal.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import type { Approvals } from '../../../core/design/answers/schema.ts'
import { failing, open, overall } from '../../../core/gates/verdict.ts'
import { applying, taskOf } from '../../../core/workflow/create/apply.ts'
import { stillHeld } from '../../../core/workflow/create/beforehand.ts'
import { create } from '../../../core/workflow/create/machine.ts'
import type { CreateCommand, CreateState, TaskOutline } from '../../../core/workflow/create/types.ts'
import type { By } from '../../../core/workflow/decision.ts'
import { madeByCommand } from '../../../core/workflow/task/by-command.ts'
import { mostTries } from '../../../core/workflow/task/machine.ts'
import { wholesale } from '../../../core/workflow/task/policy.ts'
import type { TaskCommand, TaskState } from '../../../core/workflow/task/types.ts'
import type { Answer, Question } from '../../../ports/decider.ts'
import { askedFirst, isHeldUp } from '../../asked-first.ts'
import { openFile } from '../../open-file.ts'
import { acceptAll, passes } from '../accept-passing.ts'
import { inFile, needed } from './needed.ts'

const nothing = { rows: [], findings: [] }

type Asked = Extract<Question, { type: 'ask-task' }>

/**
 * A dismissal that was written down beforehand speaks of one finding. Where a file has several of that rule, nobody can say which
 * was meant: the run stops and each is judged by itself.
 */
export const dismissals = (approvals: Approvals, state: CreateState, by: By): readonly CreateCommand[] =>
  (approvals.dismissals ?? []).flatMap(({ task: path, rule, why }): readonly CreateCommand[] => {
    const outline = state.plan.find(each => each.path === path)
    if (outline === undefined) return []
    const { at, validation, dismissed } = taskOf(state, outline.id)
    const left = open(
      validation?.findings ?? [],
      dismissed.map(each => each.finding),
    ).filter(each => each.rule === rule)
    const [only, ...more] = left
    if (at !== 'review' || only === undefined || more.length > 0) return []
    return [{ type: 'task', task: outline.id, command: { type: 'dismiss', finding: only.id, by: { ...by, why } } }]
  })

/** What was decided beforehand on a file that waits; undefined when nothing was. */
const deferral = (outline: TaskOutline, state: CreateState, approvals: Approvals, by: By): TaskCommand | undefined => {
  const { at } = taskOf(state, outline.id)
  if (at !== 'waiting' && at !== 'review') return undefined
  if (approvals.task_decisions?.[outline.path] === 'defer')
    return { type: 'defer', by: { ...by, why: by.why ?? 'deferred in the answers file' } }
  if (at !== 'waiting') return undefined
  // A translated README was asked for knowing that no translation is delivered for it.
  if (outline.role.startsWith('readme-translated'))
    return { type: 'defer', by: { ...by, why: 'accepted with the plan: this language has no translation yet' } }
  if (outline.maker === 'manager' && state.run?.embedded === true)
    return { type: 'defer', by: { ...by, why: '--embedded uses no dependency manager' } }
  return undefined
}

/** Who decides on single files, and who gave the policy on all that pass. */
interface Deciding {
  readonly by: By
  readonly policy: By
}

const accepted = (state: CreateState, approvals: Approvals, { by, policy }: Deciding): readonly CreateCommand[] => {
  const named = (path: RepoPath) => approvals.task_decisions?.[path] === 'accept'
  // A policy covers what passes by itself; a file with dismissed findings only when the same person's file dismissed them.
  const dismissedHere = (path: RepoPath) => (approvals.dismissals ?? []).some(each => each.task === path)
  // An exception to a policy goes wherever the policy does.
  const excepted = stillHeld(state, state.beforehand?.approvals ?? {}).task_decisions ?? {}
  const covered = (outline: TaskOutline) => {
    const own = taskOf(state, outline.id)
    return (
      excepted[outline.path] !== 'defer' &&
      passes(own) &&
      (overall(own.validation ?? nothing) === 'ACCEPTABLE' || dismissedHere(outline.path))
    )
  }
  // A person who names a file that fails is told so; what was said of it at another time is not held against this delivery.
  const isMeant = ({ id, path }: TaskOutline) => named(path) && (by.used_by === undefined || passes(taskOf(state, id)))
  const wanted = (outline: TaskOutline) =>
    isMeant(outline) || (approvals.tasks === 'accept-passing' && covered(outline))
  return acceptAll(state, wanted, outline => (named(outline.path) ? by : { ...policy, why: wholesale }))
}

/** Settles the tasks that were decided on beforehand; stops at the first on which nobody decided. */
export const answerTasks = (question: Asked, state: CreateState, approvals: Approvals, deciding: Deciding): Answer => {
  const run = applying(state)
  const deferred = state.plan.flatMap((outline): readonly CreateCommand[] => {
    const command = deferral(outline, state, approvals, deciding.by)
    if (command === undefined) return []
    const whole: CreateCommand = { type: 'task', task: outline.id, command }
    const events = create.decide(run.state(), whole)
    if (isRefusal(events)) return refuse(events)
    for (const event of events) run.apply(event)
    return [whole]
  })
  const at = run.state()
  const all = [...deferred, ...accepted(at, approvals, deciding), ...again(question, at, approvals, deciding.policy)]
  return all.length > 0 ? all : openTask(question, state, approvals)
}

/**
 * A command that delivered what does not pass gets its failures back, as often as any doer may try: whoever has all that passes
 * accepted wants it to get there. After that a person looks.
 */
const again = (question: Asked, state: CreateState, approvals: Approvals, by: By): readonly CreateCommand[] =>
  approvals.tasks !== 'accept-passing'
    ? []
    : question.review
        .filter(id => {
          const own = taskOf(state, id)
          const isOwnFault = own.at === 'review' && !passes(own) && !isHeldUp(state, id)
          return isOwnFault && own.attempt < mostTries && madeByCommand(own)
        })
        .map(id => {
          const why = `attempt ${taskOf(state, id).attempt} of ${mostTries} did not pass`
          return { type: 'task', task: id, command: { type: 'regenerate', by: { ...by, why } } }
        })

/** What stands in the way of a file, or that nothing does. */
const standsOf = (state: CreateState, id: TaskId): string => {
  const { validation, dismissed } = taskOf(state, id)
  if (isHeldUp(state, id)) return `waits: ${(validation ?? nothing).rows.find(row => row.waits === true)?.reason ?? ''}`
  const stands = failing(
    validation ?? nothing,
    dismissed.map(each => each.finding),
  )
  return stands.length > 0 ? `needs revision (${stands.join(', ')})` : 'is acceptable and waits for its review'
}

/** Whoever gave a file in by hand mends it before anything else is thought of. */
const againByHand = (own: TaskState, id: TaskId): string =>
  own.delivered?.doer === 'manual' && !passes(own)
    ? `Mend the file and submit it again: \`trysquare task submit ${id}\`. Or `
    : ''

const openTask = (
  question: Extract<Question, { type: 'ask-task' }>,
  state: CreateState,
  approvals: Approvals,
): KnownError => {
  const id = askedFirst(state, question)
  const path = state.plan.find(each => each.id === id)?.path ?? ''
  const own = id === undefined ? undefined : taskOf(state, id)
  if (own?.at === 'review' && passes(own) && approvals.tasks === undefined) {
    return needed(
      'approvals.tasks',
      `${question.review.length} files wait for their review`,
      inFile('approvals.tasks', 'accept-passing'),
    )
  }
  if (id !== undefined && own?.at === 'review') {
    return needed(
      `approvals.task_decisions.${path}`,
      `${id} ${path} ${standsOf(state, id)}`,
      isHeldUp(state, id)
        ? `Give that file in again, mended; or \`trysquare task accept ${id} --acknowledge tests\`, or defer it.`
        : `${againByHand(own, id)}\`trysquare task show ${id}\`; then ${passes(own) ? 'accept, ' : ''}modify, regenerate or defer it.`,
    )
  }
  const outline = state.plan.find(each => each.id === id)
  return needed(
    `approvals.task_decisions.${path}`,
    `${id} ${path} ${outline === undefined ? 'is not made yet' : openFile(state, outline).waits}`,
    own?.how ?? `\`trysquare task show ${id}\` says what it waits for.`,
  )
}
