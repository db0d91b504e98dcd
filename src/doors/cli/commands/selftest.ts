import { type Proof, selfTest } from '../../../app/use-cases/selftest.ts'
import { counted } from '../../../core/documents/report/words.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { hanging, pad } from '../table.ts'

const signs = { caught: '✓', missed: '✗', 'not run': '–' } as const

const line = ({ out, columns }: Context, { id, planted, outcome, said }: Proof): readonly string[] => {
  const paint = { caught: out.green, missed: out.red, 'not run': out.yellow }[outcome]
  return hanging(
    `${paint(signs[outcome])} ${pad(id, 28)} `,
    `${planted}${outcome === 'caught' ? '' : `: ${outcome}, ${said}`}`,
    columns,
  )
}

/** `trysquare gate selftest`: a fault that is missed fails it, and so does one that could not be tried. */
export const selftest = async (
  context: Context,
  options: { readonly embedded?: boolean | undefined },
): Promise<number> => {
  const proofs = await selfTest(context.world, options.embedded === true)
  const of = (outcome: Proof['outcome']) => proofs.filter(each => each.outcome === outcome)
  const [caught, missed, idle] = [of('caught'), of('missed'), of('not run')]
  const fine = missed.length === 0 && caught.length > 0 && (idle.length === 0 || options.embedded === true)
  if (context.json) context.print(JSON.stringify({ fine, proofs }, null, 2))
  else {
    const shown = [
      ...proofs.filter(each => each.kind === 'check'),
      ...proofs.filter(each => each.kind === 'rule' && each.outcome !== 'caught'),
    ]
    const rules = caught.filter(each => each.kind === 'rule').length
    context.print(
      ...shown.flatMap(each => line(context, each)),
      `✓ ${counted(rules, 'rule')}: each found the bad example of its page`,
      '',
      `${counted(proofs.length, 'fault')} planted: ${caught.length} caught, ${missed.length} missed, ${idle.length} not tried.`,
    )
  }
  return fine ? exitCodes.fine : exitCodes.findings
}
