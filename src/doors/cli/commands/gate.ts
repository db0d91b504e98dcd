import { groundsWords } from '../../../app/beside-words.ts'
import type { OpenFile } from '../../../app/open-file.ts'
import { gateHere } from '../../../app/use-cases/gate.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import { counted } from '../../../core/documents/report/words.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingLines } from '../finding-lines.ts'
import { hanging } from '../table.ts'

/** As many findings as a person looks at in one go. */
const most = 20

/** As many open files as are named one by one. */
const few = 3

/** The verdict in a line; of files that are not there it says nothing, and must not sound as if it did. */
const spoken = ({ out, columns }: Context, passed: boolean, missing: readonly OpenFile[]): readonly string[] => {
  const open = missing
    .slice(0, few)
    .flatMap(({ path, waits, command }) => hanging('Open   ', `${path} ${waits}: \`${command}\``, columns))
  const more = missing.length > few ? [`       and ${missing.length - few} more: \`trysquare task list\``] : []
  const verdict = passed ? out.green('The gate passes') : out.red('The gate fails')
  const about =
    missing.length > 0
      ? ` on what is there; ${counted(missing.length, 'planned file')} ${missing.length === 1 ? 'is' : 'are'} not`
      : ''
  return [...open, ...more, `${verdict}${about}.`]
}

/** `trysquare gate run`. */
export const gate = async (
  context: Context,
  name: string | undefined,
  options: {
    readonly failFast?: boolean | undefined
    readonly fresh?: boolean | undefined
    readonly embedded?: boolean | undefined
    readonly base?: string | undefined
  },
): Promise<number> => {
  const { result, findings, missing, left, unplanned } = await gateHere(context.world, {
    fresh: options.fresh === true,
    embedded: options.embedded === true,
    base: options.base,
    failFast: options.failFast === true,
    ...(name !== undefined && { name }),
  })
  if (context.json) context.print(JSON.stringify({ ...result, findings, missing, left, unplanned }, null, 2))
  else
    context.print(
      ...printRows(result.rows),
      '',
      ...findings.slice(0, most).flatMap(each => findingLines(each, context.columns)),
      ...(findings.length > most
        ? [`… and ${findings.length - most} more; \`trysquare gate run --json\` lists them all`]
        : []),
      ...(findings.length > 0 ? [''] : []),
      ...left.flatMap(each => hanging('Left   ', each, context.columns)),
      ...[groundsWords(unplanned) ?? []].flat().flatMap(each => hanging('Beside ', each, context.columns)),
      ...spoken(context, result.passed, missing),
    )
  return result.passed ? exitCodes.fine : exitCodes.findings
}
