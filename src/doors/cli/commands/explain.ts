import { explainable, explain as explanation } from '../../../app/use-cases/explain.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { twoColumns } from '../table.ts'

/** Lines that are not wrapped: what they mean lies in their form. */
const written = (label: string, text: string | undefined): readonly string[] =>
  text === undefined
    ? []
    : [
        `  ${label}`,
        ...text
          .trimEnd()
          .split('\n')
          .map(line => `    ${line}`),
      ]

/** `trysquare explain`. */
export const explain = async (context: Context, name: string | undefined): Promise<number> => {
  if (name === undefined) {
    const all = await explainable(context.world)
    if (context.json) context.print(JSON.stringify(all, null, 2))
    else
      context.print(
        ...Object.entries(all).flatMap(([kind, names]) => [
          context.out.bold(kind),
          ...twoColumns([['', names.join('  ')]], context.columns, ''),
          '',
        ]),
      )
    return exitCodes.fine
  }
  const found = await explanation(context.world, name)
  if (context.json) context.print(JSON.stringify(found, null, 2))
  else
    context.print(
      `${context.out.bold(found.name)}  ${context.out.dim(found.kind)}`,
      ...twoColumns(found.lines, context.columns),
      ...written('Written', found.sample),
      ...written('Bad', found.examples?.bad),
      ...written('Good', found.examples?.good),
    )
  return exitCodes.fine
}
