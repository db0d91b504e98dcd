import { afterAll, describe, expect, test } from 'vitest'
import { design, notWell, outcomes, scratch, told, wellMade } from './product.ts'

/** One design: its answers of the architecture, the kinds of its components, its licence. */
export type Cell = readonly [Readonly<Record<string, string>>, readonly string[], string]

/** Makes each design with the real tools, then lets the tools judge it once more, by hand. */
export const provesDesigns = (designs: readonly Cell[]): void => {
  describe('other answers, with the real tools', () => {
    const place = scratch()
    afterAll(place.remove)

    test.each(designs.map((each, index) => [index, ...each] as const))(
      '%i: %o %o %s [C-76] [C-61]',
      { timeout: 240_000 },
      async (index, architecture, kinds, license) => {
        const text = design('schema-guard', answers => {
          Object.assign(answers['architecture'] ?? {}, architecture)
          Object.assign(answers['project'] ?? {}, { license })
          Object.assign(answers, {
            components: kinds.map((kind, at) => ({ name: `part_${at}`, kind, does: `The ${kind} number ${at}.` })),
          })
        })
        const folder = place.path(`matrix-${index}`)
        const made = await place.tsq(['new', '--out', folder, '--answers', place.write('matrix.yaml', text)])
        expect(told(made, 0)).toBe('exit 0')
        const gate = outcomes(await place.tsq(['--in', folder, 'gate', 'run', '--json', '--fresh']))
        const untested = architecture['testing'] === 'none'
        expect(Object.entries(gate).filter(([, outcome]) => outcome !== 'PASS')).toEqual(
          untested
            ? [
                ['tests', 'SKIPPED'],
                ['test-proof', 'SKIPPED'],
              ]
            : [],
        )
        const tested = untested ? [] : [['run', 'pytest', '-q']]
        expect(await notWell(place, folder, [...wellMade, ...tested, ['build', '--quiet']])).toEqual([])
        expect((await place.run('git', ['status', '--porcelain', '--', '.', ':!.trysquare'], folder)).stdout).toBe('')
      },
    )
  })
}
