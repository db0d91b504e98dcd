import { adoptErrors } from './adopt.ts'
import { answersErrors } from './answers.ts'
import { environmentErrors } from './environment.ts'
import { fileErrors } from './files.ts'
import { journalErrors } from './journal.ts'
import { runErrors } from './run.ts'
import { taskErrors } from './task.ts'
import type { ErrorWords } from './words.ts'

/** Every error code with its words. Codes are stable: scripts and people search for them. */
export const catalogue = {
  ...adoptErrors,
  ...answersErrors,
  ...environmentErrors,
  ...fileErrors,
  ...journalErrors,
  ...runErrors,
  ...taskErrors,
} as const

/** A code of the catalogue. */
export type ErrorCode = keyof typeof catalogue
/** The data that an error's words need. */
export type ErrorData<Code extends ErrorCode> = Parameters<(typeof catalogue)[Code]['what']>[0]

/** What a code means, whatever the data; undefined when there is no such code. */
export const meaningOf = (code: string): string | undefined =>
  (catalogue as Record<string, ErrorWords<never>>)[code]?.meaning
