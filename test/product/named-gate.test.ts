import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { outcomes, sampleText, scratch, told } from './product.ts'

const place = scratch()
afterAll(place.remove)
const project = place.path('schema-guard')
const gate = (...args: readonly string[]) =>
  place.tsq(['--in', project, '--json', 'gate', 'run', '--embedded', ...args])
const settings = (text: string) => {
  mkdirSync(join(project, '.trysquare'), { recursive: true })
  writeFileSync(join(project, '.trysquare', 'config.yaml'), text)
}

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  expect(told(await place.tsq(['new', '--embedded', '--out', project, '--answers', answers]), 0)).toBe('exit 0')
}, 60_000)

test('a gate of the settings runs its checks alone, with what it bears, and is no verdict of the run [K-01, K-33]', async () => {
  settings(
    'gates:\n  quick:\n    checks: [syntax, {style: {findings: 1}}, {imports: {measures: {files: {least: 500}}}}]\n',
  )
  const file = join(project, 'src/schema_guard/beside.py')
  writeFileSync(file, '"""Beside."""\n\nX=1\n')
  const ended = await gate('quick')
  expect(outcomes(ended)).toEqual({ syntax: 'PASS', style: 'PASS', imports: 'FAIL' })
  expect(JSON.parse(ended.stdout).rows.map((each: { reason: string }) => each.reason)).toEqual(
    expect.arrayContaining(['1 finding of 1 allowed', expect.stringContaining('at least 500 is asked')]),
  )
  const status = JSON.parse((await place.tsq(['--in', project, '--json', 'status'])).stdout)
  expect(status.gate).toBe('stale')
}, 60_000)

test('with --fail-fast nothing more is run once a check failed, and what was not run is no pass [K-33, K-03]', async () => {
  writeFileSync(join(project, 'src/schema_guard/beside.py'), 'def broken(:\n')
  const ended = await gate('--fail-fast')
  expect(ended.exit).toBe(1)
  const rows = JSON.parse(ended.stdout).rows as { check: string; outcome: string; reason: string }[]
  expect(rows.filter(each => each.reason.startsWith('not run: a check before it failed')).length).toBeGreaterThan(3)
  expect(rows.some(each => each.outcome === 'PASS')).toBe(false)
}, 60_000)

test.each([
  ['gates:\n  quick:\n    checks: []\n', 'TSQ-CONFIG'],
  ['gates:\n  quick:\n    checks: [synatx]\n', 'TSQ-UNKNOWN-NAME'],
  ['gates:\n  other:\n    checks: [syntax]\n', 'TSQ-UNKNOWN-NAME'],
  ['gates:\n  quick: {check: [syntax]}\n', 'TSQ-CONFIG'],
])('%j is no gate [K-02b]', async (text, code) => {
  settings(text)
  const ended = await gate('quick')
  expect([ended.exit, ended.stdout]).toEqual([2, expect.stringContaining(code)])
})
