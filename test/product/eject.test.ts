import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, sampleText, scratch, tracked } from './product.ts'

const place = scratch()
afterAll(place.remove)
const out = place.path('guard')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const remembered = () =>
  readdirSync(place.path('state'), { recursive: true, withFileTypes: true }).filter(each => each.isFile())

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  must(await place.tsq(['new', '--embedded', '--out', out, '--answers', answers]), 0)
  // A verdict that only this machine knows.
  appendFileSync(join(out, 'README.md'), '\n')
  await tsq('gate', 'run', '--embedded')
})

describe('going on without Trysquare', () => {
  test('is shown first: what goes, what stays, and that it is for good [C-82]', async () => {
    const before = await tracked(place, out)
    const shown = must(await tsq('eject'), 3)
    expect(shown.stdout).toMatch(/Removes [\s\S]*\.trysquare\/evidence[\s\S]*GENERATION_REPORT\.md/)
    expect(shown.stdout).toContain(`${before.size} files of the project`)
    expect(shown.stderr).toContain('trysquare eject --yes')
    expect(await tracked(place, out)).toEqual(before)
    expect(existsSync(join(out, '.trysquare/answers.yaml'))).toBe(true)
  })

  test('leaves what a person wrote beside it, and says so [C-82]', async () => {
    writeFileSync(join(out, '.trysquare/notes.md'), 'mine\n')
    appendFileSync(join(out, '.trysquare/answers.yaml'), '# mine as well\n')
    appendFileSync(join(out, 'GENERATION_REPORT.md'), 'mine too\n')
    expect((await tsq('eject')).stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Leaves .trysquare/answers.yaml, .trysquare/notes.md, GENERATION_REPORT.md: not what Trysquare wrote',
    )
  })

  test('removes exactly its own traces, in the repository and on the machine [C-82]', async () => {
    const before = await tracked(place, out)
    expect(remembered().length).toBeGreaterThan(0)
    must(await tsq('eject', '--yes'), 0)
    expect(readdirSync(join(out, '.trysquare'))).toEqual(['answers.yaml', 'notes.md'])
    expect(readFileSync(join(out, 'GENERATION_REPORT.md'), 'utf8')).toContain('mine too')
    expect(await tracked(place, out)).toEqual(before)
    expect(remembered().map(each => each.name)).toEqual([])
    expect((await tsq('status')).stdout).toContain('No run here')
  })

  test('is nothing that can be done twice [C-82]', async () => {
    expect(await tsq('eject', '--yes')).toMatchObject({ exit: 2, stderr: expect.stringContaining('TSQ-RUN-NONE') })
  })
})
