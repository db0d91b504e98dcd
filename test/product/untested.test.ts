import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { design, must, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

test('a project that chose no tests is told so, not that something is missing, until it has some [C-80] [K-03]', async () => {
  const text = design('schema-guard', answers => {
    Object.assign(answers['architecture'] ?? {}, { testing: 'none' })
  })
  const repository = place.path('guard')
  must(await place.tsq(['new', '--out', repository, '--answers', place.write('answers.yaml', text)]), 0)
  const report = must(await place.tsq(['--in', repository, 'report', '--format', 'json']), 0).stdout
  const { verdict, reasons, unverified } = JSON.parse(report) as {
    readonly verdict: string
    readonly reasons: readonly string[]
    readonly unverified: readonly string[]
  }
  expect(verdict).toBe('ready with open items')
  expect(reasons).toContain('Tests: not chosen: the design says `testing: none`.')
  expect(unverified).toContain('Tests: not verified — not chosen: the design says `testing: none`')
  expect(report).not.toContain('not installed')
  must(await place.tsq(['--in', repository, 'gate', 'run']), 0)

  // Tests that are there all the same, and cannot be run, are another matter.
  writeFileSync(join(repository, 'test_later.py'), '"""Later."""\n\n\ndef test_later() -> None:\n    """Pass."""\n')
  const gate = await place.tsq(['--in', repository, 'gate', 'run', '--json'])
  const { rows } = JSON.parse(gate.stdout) as { readonly rows: readonly { check: string; reason: string }[] }
  expect(rows.find(each => each.check === 'tests')?.reason).toBe('pytest is not installed in the environment')
})
