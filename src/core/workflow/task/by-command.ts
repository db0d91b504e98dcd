import type { TaskState } from './types.ts'

/** Whether somebody's command made the delivery: a doer that takes something is named with it, behind a colon. */
export const madeByCommand = ({ delivered }: TaskState): boolean => delivered?.doer.includes(':') === true
