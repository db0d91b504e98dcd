import { gateHere } from '../../../app/use-cases/gate.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** `trysquare gate run`. */
export const gate = async (
  context: Context,
  options: { readonly fresh?: boolean | undefined; readonly embedded?: boolean | undefined },
): Promise<number> => {
  const result = await gateHere(context.world, { fresh: options.fresh === true, embedded: options.embedded === true })
  if (context.json) context.print(JSON.stringify(result, null, 2))
  else
    context.print(
      ...printRows(result.rows),
      '',
      result.passed ? context.out.green('The gate passes.') : context.out.red('The gate fails.'),
    )
  return result.passed ? exitCodes.fine : exitCodes.findings
}
