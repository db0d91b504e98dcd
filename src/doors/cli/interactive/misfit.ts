import { unplannable } from '../../../app/unplannable.ts'
import type { Refusal } from '../../../base/refusal.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import type { Context } from './context.ts'

/** The tree that drawn or template answers lead to must be one that can be planned; else the run could neither go on nor back. */
export const misfit = ({ world, state }: Context, values: Partial<Given>): Promise<Refusal | undefined> =>
  unplannable(world, { ...state.given, ...values })
