import { schemaOf } from '../../../app/use-cases/schema.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** `trysquare schema`. */
export const schema = async (context: Context, name: string): Promise<number> => {
  context.print(JSON.stringify(await schemaOf(context.world, name), null, 2))
  return exitCodes.fine
}
