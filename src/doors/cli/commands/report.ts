import { printReport } from '../../../app/use-cases/report.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** `trysquare report`. */
export const report = async (context: Context, format: string): Promise<number> => {
  process.stdout.write(await printReport(context.world, context.json ? 'json' : format))
  return exitCodes.fine
}
