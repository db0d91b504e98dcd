import { afterAll, beforeAll, expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const place = scratch()
const folder = place.path('guard')
const tsq = (...args: readonly string[]) => place.tsq(['--in', folder, ...args])

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  must(await place.tsq(['new', '--embedded', '--out', folder, '--answers', answers]), 0)
})
afterAll(place.remove)

const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

test('a gate whose checks did not all run is open to every view, and failed to none [C-80]', async () => {
  const verified = flat((await tsq('verify')).stdout)
  expect(verified).toContain('Gate is open on exactly this tree: Types, Tests, Test proof did not run; what ran passes')
  expect(verified).not.toMatch(/Gate fail/)
  const status = (await tsq('status')).stdout
  expect(status).toContain('Types did not run; Tests did not run')
  expect(status).not.toContain('Gate ')
  expect((await tsq('report')).stdout).toContain('ready with open items')
})

test('while a plan is open again every view counts what was made before [C-04] [C-80]', async () => {
  must(await tsq('revise', 'plan'), 0)
  expect((await tsq('status')).stdout).toContain('of what was made before, 25 of 26 files are accepted')
  expect(flat((await tsq('verify')).stdout)).toContain('25 compared, none changed since it was accepted')
  expect(flat((await tsq('report')).stdout)).toMatch(/Files accepted\W+25 of 26/)
  const again = await tsq('revise', 'plan')
  expect(again.exit).toBe(2)
  expect(flat(again.stderr)).toContain('Possible now: plan edit, decide collisions, plan approve, revise STAGE.')
})
