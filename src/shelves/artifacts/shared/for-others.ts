import type { Intake } from '../../../core/design/answers/types.ts'
import { isPrototype } from '../../../core/design/purpose.ts'
import type { Standing } from '../../../ports/unit-file.ts'

/**
 * For files by which others work on a project or follow it: a trial goes without, unless somebody draws them.
 */
export const standsForOthers = (from: { readonly intake: Pick<Intake, 'purpose'> }): Standing => ({
  template: !isPrototype(from),
})
