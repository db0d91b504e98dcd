import { gateHere } from '../../../app/use-cases/gate.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingLines } from '../finding-lines.ts'

/** As many findings as a person looks at in one go. */
const most = 20

/** `trysquare gate run`. */
export const gate = async (
  context: Context,
  options: { readonly fresh?: boolean | undefined; readonly embedded?: boolean | undefined },
): Promise<number> => {
  const { result, findings } = await gateHere(context.world, {
    fresh: options.fresh === true,
    embedded: options.embedded === true,
  })
  if (context.json) context.print(JSON.stringify({ ...result, findings }, null, 2))
  else
    context.print(
      ...printRows(result.rows),
      '',
      ...findings.slice(0, most).flatMap(each => findingLines(each)),
      ...(findings.length > most
        ? [`… and ${findings.length - most} more; \`trysquare gate run --json\` lists them all`]
        : []),
      ...(findings.length > 0 ? [''] : []),
      result.passed ? context.out.green('The gate passes.') : context.out.red('The gate fails.'),
    )
  return result.passed ? exitCodes.fine : exitCodes.findings
}
