import { refusal } from '../../../base/refusal.ts'
import { failedRows } from '../../gates/verdict.ts'
import { machine } from '../machine.ts'
import { mayAccept, mayDismiss, mayModify, needsReason } from './guards.ts'
import type { Delivered, Failure, TaskCommand, TaskEvent, TaskState } from './types.ts'

/** How often a doer may try before a person is asked. */
export const mostTries = 3

/** How often a delivery may be mended by rule before it is the doer's or a person's turn again. */
export const mostFixes = 2

/** A rule that mends the same file again and again mends nothing. */
const mayFix = ({ fixes }: TaskState) =>
  fixes >= mostFixes ? refusal('TSQ-TASK-FIXED', { task: 'the task', times: mostFixes }) : undefined

const leave = {
  defer: {
    to: ['deferred'],
    guard: needsReason('deferring'),
    emit: (_: TaskState, { by }: Extract<TaskCommand, { type: 'defer' }>): TaskEvent[] => [{ type: 'deferred', by }],
  },
  abort: {
    to: ['aborted'],
    guard: needsReason('aborting'),
    emit: (_: TaskState, { by }: Extract<TaskCommand, { type: 'abort' }>): TaskEvent[] => [{ type: 'aborted', by }],
  },
} as const

const start = {
  to: ['making'],
  emit: (state: TaskState, { doer }: Extract<TaskCommand, { type: 'start' }>): TaskEvent[] => [
    { type: 'started', attempt: state.attempt + 1, doer },
  ],
}
const regenerate = {
  to: ['planned'],
  emit: (_: TaskState, { by }: Extract<TaskCommand, { type: 'regenerate' }>): TaskEvent[] => [
    { type: 'sent-back', by },
  ],
}
const deliver = {
  to: ['checking'],
  emit: (_: TaskState, { delivered }: Extract<TaskCommand, { type: 'deliver' }>): TaskEvent[] => [
    { type: 'delivered', delivered },
  ],
}

/** What became of a failure once its file is accepted: the last validation knows. */
const settledBy = (state: TaskState, failure: Failure, acknowledged: readonly string[]): string => {
  const check = failure.what.split(':')[0] ?? ''
  if (failure.attempt < state.attempt) return 'a later delivery passed'
  const row = state.validation?.rows.find(each => each.check === check)
  if (row?.outcome === 'PASS') return 'it passed once the files around it were there'
  return acknowledged.includes(check) ? 'acknowledged when it was accepted' : 'its findings were dismissed one by one'
}

/** How many attempts went wrong, one that failed just now included, since the file was last accepted; and why the last did. */
const failedWords = ({ attempt, failures }: TaskState, reason: string): string => {
  const failed = new Set([attempt, ...failures.filter(each => each.settled === undefined).map(each => each.attempt)])
  return `${failed.size === 1 ? '1 attempt' : `${failed.size} attempts`} failed; the last: ${reason}`
}

const withOwn = ({ own }: TaskState, { hash }: Delivered): TaskState['own'] =>
  own.includes(hash) ? own : [...own, hash]

const apply = (state: TaskState, event: TaskEvent): TaskState => {
  switch (event.type) {
    case 'started':
      return { ...state, at: 'making', attempt: event.attempt, tries: state.tries + 1 }
    case 'waits':
      return { ...state, at: 'waiting', how: event.how }
    case 'delivered':
      // A person who hands in a file was not started by anybody: each delivery is an attempt all the same.
      return {
        ...state,
        at: 'checking',
        delivered: event.delivered,
        own: withOwn(state, event.delivered),
        fixes: 0,
        attempt: state.attempt + (state.at === 'making' ? 0 : 1),
        ...(state.at === 'done' &&
          state.delivered && {
            replaces: state.delivered.hash,
            replacesOf: state.delivered.doer,
            edited: true as const,
          }),
      }
    case 'fixed':
      return {
        ...state,
        at: 'checking',
        delivered: event.delivered,
        own: withOwn(state, event.delivered),
        fixes: state.fixes + 1,
      }
    case 'failed':
      return {
        ...state,
        at: state.tries >= mostTries ? 'waiting' : 'planned',
        failures: [...state.failures, { attempt: state.attempt, what: event.reason }],
        ...(state.tries >= mostTries && { how: failedWords(state, event.reason) }),
      }
    case 'judged': {
      const failed = failedRows(event.validation.rows)
      const found = failed.map((row): Failure => ({ attempt: state.attempt, what: `${row.check}: ${row.reason}` }))
      // A file in review is judged again whenever its surroundings change; the same failure is one failure.
      const news = found.filter(
        each => !state.failures.some(old => old.attempt === each.attempt && old.what === each.what),
      )
      return { ...state, at: 'review', validation: event.validation, failures: [...state.failures, ...news] }
    }
    case 'accepted':
      return {
        ...state,
        at: 'accepted',
        decided: {
          what: 'accepted',
          by: event.by,
          ...(event.acknowledged !== undefined && { acknowledged: event.acknowledged }),
        },
        failures: state.failures.map(each => ({ settled: settledBy(state, each, event.acknowledged ?? []), ...each })),
      }
    case 'sent-back':
      return { ...state, at: 'planned', tries: 0, ...(event.asked !== undefined && { asked: event.asked }) }
    case 'dismissed':
      return { ...state, dismissed: [...state.dismissed, { finding: event.finding, by: event.by }] }
    case 'deferred':
    case 'aborted':
      return { ...state, at: event.type, decided: { what: event.type, by: event.by } }
    case 'placed': {
      const { edited: _, ...rest } = state
      return { ...rest, at: 'done' }
    }
  }
}

/** The life of one task: made, checked by Trysquare itself, reviewed by a person or a person's recorded policy, put in place. */
export const task = machine<TaskState, TaskCommand, TaskEvent>()(
  {
    planned: { start, ...leave },
    making: {
      start,
      deliver,
      wait: { to: ['waiting'], emit: (_, { how }) => [{ type: 'waits', how }] },
      fail: { to: ['planned', 'waiting'], emit: (_, { reason }) => [{ type: 'failed', reason }] },
      ...leave,
    },
    waiting: { start, deliver, regenerate, ...leave },
    checking: {
      judge: { to: ['review'], emit: (_, { validation }) => [{ type: 'judged', validation }] },
      deliver,
      regenerate,
    },
    review: {
      judge: { to: ['review'], emit: (_, { validation }) => [{ type: 'judged', validation }] },
      deliver,
      accept: {
        to: ['accepted'],
        guard: mayAccept,
        emit: (_, { by, acknowledged }) => [
          { type: 'accepted', by, ...(acknowledged !== undefined && { acknowledged }) },
        ],
      },
      modify: {
        to: ['planned'],
        guard: mayModify,
        emit: (_, { by, asked }) => [{ type: 'sent-back', by, asked }],
      },
      fix: {
        to: ['checking'],
        guard: mayFix,
        emit: (_, { by, delivered, what }) => [{ type: 'fixed', by, delivered, what }],
      },
      regenerate,
      dismiss: {
        to: ['review'],
        guard: mayDismiss,
        emit: (_, { by, finding }) => [{ type: 'dismissed', by, finding }],
      },
      ...leave,
    },
    accepted: { place: { to: ['done'], emit: () => [{ type: 'placed' }] }, regenerate },
    // Whoever edits an accepted file gives it in like any other delivery.
    done: { deliver },
    // Whoever decides otherwise on a file that was left where it lies has the planned one made after all.
    deferred: { start, deliver, regenerate },
    aborted: {},
  },
  { at: 'planned', attempt: 0, tries: 0, fixes: 0, dismissed: [], failures: [], own: [] },
  apply,
)

/** Nothing more happens with the task by itself. */
export const isSettled = (state: TaskState): boolean =>
  state.at === 'done' || state.at === 'deferred' || state.at === 'aborted'
