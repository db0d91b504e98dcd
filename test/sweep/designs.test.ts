import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { anyDesign, purposes } from './arbitrary-design.ts'
import { prove } from './prove.ts'

const full = process.env['TSQ_FULL'] === '1'
/** `TSQ_DESIGNS=5000 TSQ_SEED=7 npx vitest run test/sweep` goes as far as one likes. */
const wanted = Number(process.env['TSQ_DESIGNS'] ?? (full ? 1000 : 40))
const seed = Number(process.env['TSQ_SEED'] ?? 20_261_121)

test(`${wanted} designs of every purpose that is delivered: their files have no finding [C-76] [C-61]`, {
  timeout: 3_600_000,
}, async () => {
  const bad: string[] = []
  const refused = new Map<string, number>()
  const seen = new Map<string, number>()
  const times: number[] = []
  let files = 0
  let tried = 0
  for (const written of fc.sample(anyDesign, { numRuns: wanted * 3, seed })) {
    if (times.length === wanted) break
    tried += 1
    const since = performance.now()
    const proved = await prove(written)
    if (proved.kind === 'refused') {
      const code = proved.why[0]?.code ?? ''
      refused.set(code, (refused.get(code) ?? 0) + 1)
      continue
    }
    times.push(performance.now() - since)
    files += proved.files
    const { purpose } = written['intake'] as { readonly purpose: string }
    seen.set(purpose, (seen.get(purpose) ?? 0) + 1)
    if (proved.findings.length === 0) continue
    bad.push(`${stringify(written)}\n${proved.findings.join('\n')}`)
    // At once: a long sweep may never come to its end.
    console.log(bad.at(-1))
  }
  const sum = times.reduce((a, b) => a + b, 0)
  console.log(
    `${times.length} designs (${[...seen].map(([purpose, count]) => `${purpose} ${count}`).join(', ')}), seed ${seed}, ${files} files: ${bad.length} with findings; mean ${(sum / times.length).toFixed(0)} ms, slowest ${Math.max(...times).toFixed(0)} ms; ${tried - times.length} others were refused by name (${[...refused].map(([code, count]) => `${code} ${count}`).join(', ')})`,
  )
  expect(bad.slice(0, 3)).toEqual([])
  expect(times.length).toBe(wanted)
  expect([...seen.keys()].toSorted()).toEqual([...purposes].toSorted())
})
