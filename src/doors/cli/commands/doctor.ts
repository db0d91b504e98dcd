import { diagnose } from '../../../app/use-cases/doctor.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { twoColumns } from '../table.ts'

/** `trysquare doctor`. */
export const doctor = async (context: Context): Promise<number> => {
  const found = await diagnose(context.world)
  if (context.json) context.print(JSON.stringify({ places: context.world.places, found }, null, 2))
  else {
    context.print(
      ...twoColumns(
        found.map(
          ({ name, found: version, needed }) =>
            [
              version === undefined ? context.out.red(`✗ ${name}`) : context.out.green(`✓ ${name}`),
              version ?? `not found; needed for ${needed}`,
            ] as const,
        ),
        context.columns,
      ),
      '',
      `Cache  ${context.world.places.cache}   (may be deleted at any time)`,
      `State  ${context.world.places.state}   (remembers the head of every run: keep it)`,
    )
  }
  return found.every(each => each.found !== undefined) ? exitCodes.fine : exitCodes.findings
}
