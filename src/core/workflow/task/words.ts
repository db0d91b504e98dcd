import type { TaskAt } from './types.ts'

/** Where a task is, in a person's words. */
export const taskWords: Readonly<Record<TaskAt, string>> = {
  planned: 'waits for other files',
  making: 'being made',
  waiting: 'waits for a person or an agent',
  checking: 'being checked',
  review: 'waits for a review',
  accepted: 'accepted, not yet in place',
  done: 'accepted',
  deferred: 'deferred',
  aborted: 'aborted',
}

/** The same behind the file's name: `T-004, which waits for a review`. */
export const whichIs = (at: TaskAt): string =>
  taskWords[at].startsWith('waits') ? `which ${taskWords[at]}` : `which is ${taskWords[at]}`
