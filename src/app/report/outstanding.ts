import { shellWord } from '../../base/shell-word.ts'
import type { PlannedTask } from '../../core/design/plan/plan.ts'
import type { Outstanding } from '../../core/documents/report-model.ts'
import { failedRows } from '../../core/gates/verdict.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import type { TaskState } from '../../core/workflow/task/types.ts'
import type { AcceptedFile } from '../accepted.ts'
import { type OpenFile, openFile as openFileOf } from '../open-file.ts'
import { statusOf } from './words.ts'

const whyOpen = ({ at, how, decided, validation }: TaskState): string => {
  if (decided?.by.why !== undefined) return decided.by.why
  if (how !== undefined) return how
  if (at !== 'review') return 'It waits for another file.'
  const failed = failedRows(validation?.rows ?? [])
  return failed.map(row => `${row.check}: ${row.reason}`).join('; ') || 'It waits for a decision.'
}

const todoOf = ({ command }: OpenFile, { id }: PlannedTask): string =>
  command === `trysquare task prompt ${id}` || command === 'trysquare next'
    ? `trysquare task prompt ${id}; put the file in place; trysquare task submit ${id}`
    : command

const openFile = (state: CreateState, task: PlannedTask, own: TaskState): readonly Outstanding[] =>
  own.at === 'done'
    ? []
    : [
        {
          what: `${task.id} ${task.path}: ${statusOf(state, task.id)}`,
          why: whyOpen(own),
          todo: todoOf(openFileOf(state, task), task),
        },
      ]

const letThrough = (task: PlannedTask, own: TaskState): readonly Outstanding[] => {
  const acknowledged = own.decided?.acknowledged ?? []
  const asItIs =
    own.at === 'done' && acknowledged.length > 0
      ? [
          {
            what: `${task.path} was accepted as it is`,
            why: `Acknowledged: ${acknowledged.join(', ')}.`,
            todo: 'Mend it when you touch the file.',
          },
        ]
      : []
  const dismissed = own.dismissed.map(each => {
    const finding = own.validation?.findings.find(found => found.id === each.finding)
    return {
      what: `${task.path}: ${finding?.rule ?? each.finding} was dismissed by ${each.by.who}`,
      why: each.by.why ?? '',
      todo: 'Nothing, unless the reason no longer holds.',
    }
  })
  return [...asItIs, ...dismissed]
}

const failed = (task: PlannedTask, own: TaskState): readonly Outstanding[] =>
  own.failures.map(each => ({
    what: `${task.path}, attempt ${each.attempt}: ${each.what}`,
    why: 'A delivery did not pass.',
    todo: own.at === 'done' ? `Nothing: ${each.settled ?? 'it was settled'}.` : 'See the task.',
  }))

const editedSince = (task: PlannedTask, changed: ReadonlySet<string>): readonly Outstanding[] =>
  changed.has(task.id)
    ? [
        {
          what: `${task.path} was changed since it was accepted`,
          why: 'Nobody has reviewed the change.',
          todo: `trysquare task submit ${shellWord(task.path)}`,
        },
      ]
    : []

/** What is left to do, what was let through with a reason, and every failure with how it was settled. */
export const outstandingOf = (
  state: CreateState,
  tasks: readonly PlannedTask[],
  files: readonly AcceptedFile[],
): readonly Outstanding[] => {
  const changed = new Set(files.filter(each => each.since === 'changed').map(each => each.id as string))
  return tasks.flatMap(task => {
    const own = taskOf(state, task.id)
    return [
      ...openFile(state, task, own),
      ...editedSince(task, changed),
      ...letThrough(task, own),
      ...failed(task, own),
    ]
  })
}
