import { KnownError } from '../base/errors/known-error.ts'
import type { Worked } from '../ports/workshop.ts'

/** A command that cannot be started is no attempt at anything: refuses with TSQ-DOER-START, before the next file is asked for. */
export const refuseUnrunnable = (doer: string, worked: readonly Worked[]): void => {
  for (const { unrunnable } of worked)
    if (unrunnable !== undefined) throw new KnownError('TSQ-DOER-START', { doer, ...unrunnable })
}
