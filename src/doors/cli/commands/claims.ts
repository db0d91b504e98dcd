import { type ClaimsHeld, holdClaims } from '../../../app/use-cases/claims.ts'
import { oneLine } from '../../../base/visible.ts'
import { counted } from '../../../core/documents/report/words.ts'
import type { Judged } from '../../../core/gates/ticks/judge.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { hanging } from '../table.ts'

const longest = 160

const line = ({ out, columns }: Context, { tick, doubts }: Judged): readonly string[] => [
  `${out.bold(tick.path)}:${tick.line}  ${out.red('not done')}`,
  ...hanging('  ', oneLine(tick.text).slice(0, longest), columns),
  ...doubts.flatMap(({ code, message }) => hanging(`  ${out.red('✗')} ${code}  `, oneLine(message), columns)),
  '',
]

const summary = ({ out }: Context, { judged, lists }: ClaimsHeld): string => {
  const of = (outcome: Judged['outcome']) => judged.filter(each => each.outcome === outcome).length
  const phantom = of('phantom')
  const verdict =
    phantom === 0
      ? out.green('Nothing speaks against what is marked as done')
      : out.red(`${phantom} of ${judged.length} marked as done, and not`)
  return `${verdict}: ${of('held')} held against the tree, ${of('unproved')} name nothing that could be looked for (${counted(lists.length, 'check list')}).`
}

/** `trysquare verify --claims`. */
export const claims = async (context: Context, paths: readonly string[], base: string | undefined): Promise<number> => {
  const held = await holdClaims(context.world, { paths: paths.map(context.typed), ...(base !== undefined && { base }) })
  const phantoms = held.judged.filter(each => each.outcome === 'phantom')
  if (context.json) context.print(JSON.stringify({ fine: phantoms.length === 0, ...held }, null, 2))
  else context.print(...phantoms.flatMap(each => line(context, each)), summary(context, held))
  return phantoms.length === 0 ? exitCodes.fine : exitCodes.findings
}
