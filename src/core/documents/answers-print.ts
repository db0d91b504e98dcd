import { Document, isMap, isScalar } from 'yaml'
import type { Approvals, Given } from '../design/answers/schema.ts'
import { answerStages, required } from '../design/answers/stages.ts'
import { questions } from '../design/summary.ts'
import type { CreateState } from '../workflow/create/types.ts'

const sections: readonly (readonly [key: keyof Given, comment: string])[] = [
  ['intake', ' Stage 0: eleven questions'],
  ['project', ' Facts that nobody may invent'],
  ['architecture', ' Stage 1: five decisions'],
  ['decisions', ' What else was decided'],
  ['structure', ' Stage 2: where the directory tree comes from'],
  ['components', ' Stage 2: the parts that carry the meaning'],
  ['features', ' Stage 3: five gates; no answer is NO'],
  ['report', ' The final report'],
  ['git', ' A repository with a first commit'],
  ['date', ' The first day of the run: licence, changelog and records carry it'],
  ['approvals', ' The decisions that were really given'],
]

/** A review's last word, with the score that was seen as its condition: a replay that scores less stops and asks. */
const critic = (state: CreateState, checkpoint: 1 | 2): Approvals['critic_1'] => {
  // Going back took the review with it; a new one that still waits has no decision yet.
  if (state.reviews[checkpoint] === undefined || state.at === `critic_${checkpoint}`) return undefined
  const last = state.decisions.filter(each => each.checkpoint === checkpoint).at(-1)
  return last?.decision === 'proceed' ? { decision: 'proceed', min_score: last.min_score ?? last.score } : undefined
}

const wholesale = 'accept all that pass'

const ofTasks = (state: CreateState): Pick<Approvals, 'tasks' | 'task_decisions' | 'dismissals'> => {
  const decided = state.plan.flatMap(({ id, path, maker }) => {
    const task = state.tasks[id]
    // What --embedded leaves out follows from that flag, not from a decision on the file.
    const left = maker === 'manager' && state.run?.embedded === true
    return task === undefined || left ? [] : [{ path, task }]
  })
  const accepted = decided.filter(({ task }) => task.decided?.what === 'accepted')
  const policy = accepted.some(({ task }) => task.decided?.by.why === wholesale)
  const single = accepted.filter(({ task }) => task.decided?.by.why !== wholesale)
  const deferred = decided.filter(({ task }) => task.decided?.what === 'deferred')
  const own = Object.fromEntries([
    ...single.map(({ path }) => [path, 'accept'] as const),
    ...deferred.map(({ path }) => [path, 'defer'] as const),
  ])
  const dismissals = decided.flatMap(({ path, task }) =>
    task.dismissed.flatMap(({ finding, by }) => {
      const rule = task.validation?.findings.find(each => each.id === finding)?.rule
      return rule === undefined ? [] : [{ task: path, rule, why: by.why ?? '' }]
    }),
  )
  return {
    ...(policy && { tasks: 'accept-passing' as const }),
    ...(Object.keys(own).length > 0 && { task_decisions: own }),
    ...(dismissals.length > 0 && { dismissals }),
  }
}

const planOf = ({ edits }: CreateState): NonNullable<Approvals['plan']> =>
  Object.keys(edits).length === 0 ? 'approve' : ({ decision: 'approve', ...edits } as NonNullable<Approvals['plan']>)

const approvalsOf = (state: CreateState): Approvals => {
  const { confirmed } = state
  const first = critic(state, 1)
  const second = critic(state, 2)
  return {
    ...(confirmed.intake && { intake: 'confirm' as const }),
    ...(confirmed.architecture && { architecture: 'confirm' as const }),
    ...(confirmed.architecture && first !== undefined && { critic_1: first }),
    ...(confirmed.structure && { structure: 'approve' as const }),
    ...(confirmed.features && { features: 'confirm' as const }),
    ...(confirmed.additions && { additions: 'approve' as const }),
    ...(confirmed.features && second !== undefined && { critic_2: second }),
    ...(confirmed.plan && { plan: planOf(state) }),
    ...ofTasks(state),
  }
}

const defined = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(defined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, defined(each)] as const])),
  )
}

const asked = answerStages.flatMap(stage => [...required[stage], ...questions[stage].map(([path]) => path)])

/** The answers of a section in the order in which they are asked: a history keeps them in another. */
const inOrder = (section: string, answers: unknown): unknown => {
  if (typeof answers !== 'object' || answers === null || Array.isArray(answers)) return answers
  const place = (key: string): number => {
    const found = asked.indexOf(`${section}.${key}`)
    return found < 0 ? asked.length : found
  }
  return Object.fromEntries(Object.entries(answers).toSorted(([a], [b]) => place(a) - place(b)))
}

/** The answers and decisions of a run as an answers file that replays it. */
export const answersFileOf = (state: CreateState): string => {
  const { approvals: _, ...given } = state.given
  const approvals = approvalsOf(state)
  const date = given.date ?? state.run?.date
  const all: Readonly<Record<string, unknown>> = {
    ...given,
    ...(date !== undefined && { date }),
    ...(Object.keys(approvals).length > 0 && { approvals }),
  }
  const ordered = sections.flatMap(([key]) =>
    all[key] === undefined ? [] : [[key, inOrder(key, defined(all[key]))] as const],
  )
  const document = new Document(Object.fromEntries(ordered))
  document.commentBefore = ` The answers of run ${state.run?.id ?? ''}, ready to be given again:\n trysquare new --answers THIS_FILE`
  if (isMap(document.contents)) {
    for (const pair of document.contents.items) {
      if (!isScalar(pair.key)) continue
      const name = pair.key.value
      pair.key.commentBefore = sections.find(([key]) => key === name)?.[1] ?? ''
      pair.key.spaceBefore = true
    }
  }
  return document.toString({ lineWidth: 0 })
}
