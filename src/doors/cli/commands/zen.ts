import type { CheckAsked } from '../../../app/use-cases/check.ts'
import { measureZen, type ZenMeasured } from '../../../app/use-cases/zen.ts'
import { counted } from '../../../core/documents/report/words.ts'
import { zenLines } from '../../../core/gates/zen.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { hanging } from '../table.ts'

const percent = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(1)} %`)

const text = ({ columns, out }: Context, { zen, checked }: ZenMeasured): readonly string[] => [
  ...zen.lines.flatMap(({ line, percent: value, deductions }) => [
    ...hanging(`${percent(value).padStart(8)}  `, out.bold(zenLines[line]), columns),
    ...deductions.flatMap(each =>
      hanging(
        `${`−${each.costs}`.padStart(10)}  `,
        `${each.path}:${each.line}  ${each.rule}  ${each.message}`,
        columns,
      ),
    ),
  ]),
  '',
  zen.percent === undefined
    ? 'There is no code to measure.'
    : `${out.bold(percent(zen.percent))} of ${counted(zen.code, 'line')} of code keep the Zen.`,
  ...(checked.silenced.length === 0
    ? []
    : [`${counted(checked.silenced.length, 'finding')} silenced with a reason, not counted.`]),
]

const json = ({ zen, checked }: ZenMeasured): string =>
  JSON.stringify(
    {
      version: 1,
      percent: zen.percent ?? null,
      code: zen.code,
      silenced: checked.silenced.length,
      lines: zen.lines.map(each => ({ ...each, says: zenLines[each.line], percent: each.percent ?? null })),
    },
    null,
    2,
  )

/** `trysquare check --zen`: a measurement, which neither passes nor fails. */
export const zen = async (context: Context, asked: Pick<CheckAsked, 'paths' | 'forget'>): Promise<number> => {
  const measured = await measureZen(context.world, asked)
  context.print(...(context.json ? [json(measured)] : text(context, measured)))
  return exitCodes.fine
}
