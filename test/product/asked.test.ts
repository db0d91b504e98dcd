import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { design, must, sampleText, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

interface Needed {
  readonly path: string
  readonly what: string
}

const grown = place.path('grown')
const path = 'src/schema_guard/exceptions.py'
beforeAll(async () => {
  must(await begin(grown, sampleText('schema-guard')), 0)
}, 120_000)

const begin = (out: string, text: string) =>
  place.tsq(['new', '--embedded', '--out', out, '--answers', place.write('answers.yaml', text)])
const put = (out: string, name: string, text: string): void => {
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, name), text)
}
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ')

/** What every command says that the run waits for: it is the same, whoever is asked, and however often. */
const asked = async (out: string): Promise<{ readonly needed: Needed; readonly next: string }> => {
  const of = async (...args: readonly string[]) =>
    JSON.parse((await place.tsq(['--in', out, '--json', ...args])).stdout) as {
      readonly needed: Needed
      readonly next: string
    }
  const { needed, next } = await of('status')
  expect((await of('next')).needed).toEqual(needed)
  expect((await of('verify')).needed).toEqual(needed)
  const told = flat(needed.what)
  expect(flat(must(await place.tsq(['--in', out, 'status']), 0).stdout)).toContain(`Waits ${told}`)
  expect(flat(must(await place.tsq(['--in', out, 'verify']), 1).stdout)).toContain(`Waits ${told}`)
  return { needed, next }
}

/** The planned file, with something in it that nobody needs: it fails the style and nothing else. */
const untidy = (): string => `${readFileSync(join(grown, path), 'utf8')}\nimport os\n`
const unasked = (text: string): string => text.replace(/^ {2}tasks: .*\n/m, '')

test('a file that fails and one that nobody made: each command asks about the same one first [C-67] [Q-20]', async () => {
  const out = place.path('failing')
  put(out, path, untidy())
  const answers = design('schema-guard', all => {
    all.components.push({
      name: 'billing',
      kind: 'custom',
      does: 'Works out the billing of an order.',
      interface: 'def total(lines: list[int]) -> int: ...\n',
    })
    all.features = { ...all.features, demo: 'none' }
  })
  const text = unasked(answers).replace(
    '  plan: approve',
    '  collisions: {src/schema_guard/exceptions.py: keep}\n  plan: approve',
  )
  must(await begin(out, text), 3)
  const { needed, next } = await asked(out)
  const [, id = ''] = /: (T-\d+) src\/schema_guard\/exceptions\.py needs revision \(/.exec(needed.what) ?? []
  expect([needed.what, next]).toEqual([expect.stringContaining('exceptions.py'), `trysquare task show ${id}`])
})

test('a merge that was given in and does not pass is asked about as what it is, no longer as a merge to make [C-08] [Q-20]', async () => {
  const out = place.path('merged')
  put(out, path, untidy())
  must(await begin(out, sampleText('schema-guard')), 3)
  must(await place.tsq(['--in', out, 'decide', `collisions.${path}`, 'merge']), 3)
  must(await begin(out, sampleText('schema-guard')), 3)
  const waits = await asked(out)
  expect(waits.needed.what).toContain(`${path} waits for your merge`)
  expect(flat((await place.tsq(['--in', out, 'status'])).stdout)).toContain(
    'names the file in which both versions wait',
  )
  must(await place.tsq(['--in', out, 'task', 'submit', path, '--file', place.write('merged.py', untidy())]), 3)
  const given = await asked(out)
  expect(given.needed.what).toContain(`${path} needs revision (`)
  expect(given.next).toBe(waits.next)
  const status = flat((await place.tsq(['--in', out, 'status'])).stdout)
  expect(status).toContain('shows it; then modify, regenerate or defer it')
  expect(status).not.toContain('both versions')
})

test('a run that is open again has no gate yet, to whoever asks [C-80] [C-04]', async () => {
  const out = grown
  must(await place.tsq(['--in', out, 'plan', 'add', 'docs/notes.md', '--purpose', 'Says what changed.']), 0)
  const { needed } = await asked(out)
  expect(needed.path).toBe('approvals.plan')
  const status = await place.tsq(['--in', out, 'status'])
  expect(status.stdout).not.toMatch(/stale|another tree/i)
  expect(JSON.parse((await place.tsq(['--in', out, 'status', '--json'])).stdout)).toMatchObject({ gate: 'not-run' })
  expect(flat((await place.tsq(['--in', out, 'verify'])).stdout)).toContain('Gate has not closed the run yet')
})
