import { gateHere } from '../../../app/use-cases/gate.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingLines } from '../finding-lines.ts'

/** As many findings as a person looks at in one go. */
const most = 20

/** The verdict in a line; of files that were never made it says nothing, and must not sound as if it did. */
const spoken = ({ out }: Context, passed: boolean, missing: readonly string[]): string => {
  if (!passed) return out.red('The gate fails.')
  if (missing.length === 0) return out.green('The gate passes.')
  const named = `${missing.slice(0, 3).join(', ')}${missing.length > 3 ? ' …' : ''}`
  const what = missing.length === 1 ? 'One planned file was' : `${missing.length} planned files were`
  return `${out.green('The gate passes')} on what is there. ${what} never made: ${named}`
}

/** `trysquare gate run`. */
export const gate = async (
  context: Context,
  options: { readonly fresh?: boolean | undefined; readonly embedded?: boolean | undefined },
): Promise<number> => {
  const { result, findings, missing, left } = await gateHere(context.world, {
    fresh: options.fresh === true,
    embedded: options.embedded === true,
  })
  if (context.json) context.print(JSON.stringify({ ...result, findings, missing, left }, null, 2))
  else
    context.print(
      ...printRows(result.rows),
      '',
      ...findings.slice(0, most).flatMap(each => findingLines(each)),
      ...(findings.length > most
        ? [`… and ${findings.length - most} more; \`trysquare gate run --json\` lists them all`]
        : []),
      ...(findings.length > 0 ? [''] : []),
      ...left.map(each => `Left   ${each}`),
      spoken(context, result.passed, missing),
    )
  return result.passed ? exitCodes.fine : exitCodes.findings
}
