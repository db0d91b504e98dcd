import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunId } from '../../src/base/brand.ts'
import { seal } from '../../src/core/journal/chain.ts'
import { genesis } from '../../src/core/journal/event.ts'
import { type Env, journalOf, sampleText, scratch, told } from './product.ts'

/**
 * Every way in which something that is not done was seen to pass for done in tools of this kind, each through every door that shows a
 * verdict: the gate, `verify`, `status` and the report.
 */
const place = scratch()
afterAll(place.remove)

const project = place.path('schema-guard')
const at = (path: string): string => join(project, path)
const testFile = 'tests/test_logging.py'

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  expect(told(await place.tsq(['new', '--out', project, '--answers', answers]), 0)).toBe('exit 0')
}, 300_000)

interface Said {
  readonly findings: readonly { readonly rule: string }[]
  readonly rows: readonly { readonly outcome: string; readonly reason: string }[]
}

/** Writes files, tells what each door says, and puts everything back. */
const lied = async (files: Readonly<Record<string, string | undefined>>, env: Env = {}) => {
  const before = new Map(
    Object.keys(files).map(path => [path, existsSync(at(path)) ? readFileSync(at(path)) : undefined]),
  )
  const tsq = (...args: readonly string[]) => place.tsq(['--in', project, ...args], env)
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(at(path)), { recursive: true })
      if (text === undefined) rmSync(at(path))
      else writeFileSync(at(path), text)
    }
    // Before anything is measured anew: what is shown of the tree as it lies there.
    const [status, verify] = [await tsq('--json', 'status'), await tsq('--json', 'verify')]
    const report = await tsq('report', '--format', 'text')
    const gate = await tsq('--json', 'gate', 'run')
    const said = gate.exit === 2 ? { findings: [], rows: [] } : (JSON.parse(gate.stdout) as Said)
    const rules = said.findings.map(each => each.rule)
    const reasons = said.rows
      .filter(each => each.outcome !== 'PASS')
      .map(each => each.reason)
      .join('\n')
    return { status, verify, report, gate, rules, reasons }
  } finally {
    for (const [path, text] of before) {
      if (text === undefined) rmSync(at(path), { force: true })
      else writeFileSync(at(path), text)
    }
    await place.tsq(['--in', project, 'gate', 'run'])
  }
}

const text = (path: string): string => readFileSync(at(path), 'utf8')

test('what is there passes, through every door', async () => {
  const { status, verify, gate } = await lied({})
  expect([JSON.parse(status.stdout).gate, verify.exit, gate.exit]).toEqual(['passed', 0, 0])
}, 120_000)

const failing = '\n\ndef test_planted() -> None:\n    assert [1] == [2]\n'

/** A program that says what a person would like to hear. */
const shim = '#!/bin/sh\necho "===== 5 passed in 0.01s ====="\nexit 0\n'

const tests: readonly (readonly [
  lie: string,
  files: () => Readonly<Record<string, string | undefined>>,
  code: string,
])[] = [
  [
    'an edit after completion',
    () => ({ 'src/schema_guard/config.py': `${text('src/schema_guard/config.py')}\nLIMIT = undefined_name\n` }),
    'F821',
  ],
  [
    'a file that prints "5 passed"',
    () => ({ [testFile]: 'print("===== 5 passed in 0.01s =====")\n' }),
    'no-test-executed',
  ],
  ['an empty test run', () => ({ [testFile]: '"""Nothing yet."""\n' }), 'no-test-executed'],
  [
    'all tests skipped',
    () => ({ [testFile]: `import pytest\n\npytestmark = pytest.mark.skip(reason="later")\n${failing}` }),
    'no-test-executed',
  ],
  [
    'a test that asserts nothing',
    () => ({ [testFile]: `${text(testFile)}\n\ndef test_planted() -> None:\n    configure_logging("INFO")\n` }),
    'vacuous-test',
  ],
  [
    'a test that swallows its failure',
    () => ({
      [testFile]: `${text(testFile)}\n\ndef test_planted() -> None:\n    try:\n        assert configure_logging("INFO") == 1\n    except Exception:  # noqa: BLE001, S110\n        pass\n`,
    }),
    'vacuous-test',
  ],
]

test.each(tests)(
  '%s is seen through every door [X-01, K-02b, K-15, K-15a]',
  async (_, files, code) => {
    const { status, verify, report, gate, rules, reasons } = await lied(files())
    expect(JSON.parse(status.stdout).gate).toBe('stale')
    expect([verify.exit, gate.exit]).toEqual([1, 1])
    expect(report.stdout).toMatch(/not (?:ready|verified)|changed since|stale/i)
    expect([...rules, reasons].join('\n')).toContain(code)
  },
  120_000,
)

test('a test whose assertion is deleted after it was red is named [K-15a]', async () => {
  const red = `${text(testFile)}\n\ndef test_planted() -> None:\n    assert configure_logging("INFO") == 1\n`
  expect((await lied({ [testFile]: red })).rules).toContain('test-failed')
  const green = red.replace('    assert configure_logging("INFO") == 1\n', '    configure_logging("INFO")\n')
  expect((await lied({ [testFile]: green })).rules).toContain('vacuous-test')
}, 240_000)

test('a `pytest` and a `python` on PATH that say "5 passed" are not asked [K-15]', async () => {
  const folder = place.path('shims')
  mkdirSync(folder, { recursive: true })
  for (const name of ['pytest', 'python', 'python3', 'ruff', 'mypy']) {
    writeFileSync(join(folder, name), shim)
    chmodSync(join(folder, name), 0o755)
  }
  const { rules } = await lied(
    { [testFile]: `${text(testFile)}${failing}` },
    { PATH: `${folder}:${place.env['PATH'] ?? ''}` },
  )
  expect(rules).toContain('test-failed')
}, 120_000)

test('counts that were typed into the report are told to be none of ours [K-02, X-01]', async () => {
  const { verify, report } = await lied({
    'GENERATION_REPORT.md': text('GENERATION_REPORT.md').replaceAll('113', '999'),
  })
  expect([verify.exit, JSON.parse(verify.stdout).reports]).toEqual([1, ['GENERATION_REPORT.md']])
  expect(report.stdout).toContain('113')
  expect(report.stdout).not.toContain('999')
}, 120_000)

test('a receipt that is deleted, or edited before it is handed on, proves nothing [K-02]', async () => {
  // Whichever of them the verdict stands on: the run's own, and what this machine measured since.
  const receipts = () =>
    ['.trysquare/evidence', '.trysquare/workspace/evidence'].flatMap(folder =>
      existsSync(at(folder))
        ? readdirSync(at(folder)).flatMap(name => (name.startsWith('tests-') ? [`${folder}/${name}`] : []))
        : [],
    )
  const gone = await lied(Object.fromEntries(receipts().map(path => [path, undefined])))
  expect([gone.verify.exit, JSON.parse(gone.verify.stdout).unproved]).toEqual([1, ['tests']])
  const better = Object.fromEntries(
    receipts().map(path => [path, text(path).replace(/"tests_passed": \d+/, '"tests_passed": 999')]),
  )
  expect(Object.values(better).every(each => each.includes('999'))).toBe(true)
  const edited = await lied(better)
  expect([edited.verify.exit, JSON.parse(edited.verify.stdout).unproved]).toEqual([1, ['tests']])
  expect(edited.report.stdout).not.toContain('999')
}, 240_000)

test('a history that was edited and chained anew is known as rewritten [Q-01, K-02a]', async () => {
  const journal = journalOf(project).slice(project.length + 1)
  const events = text(journal)
    .trimEnd()
    .split('\n')
    .map(each => JSON.parse(each) as { v: number; at: string; type: string; data: object })
  const run = (journal.split('/').at(-1) ?? '').replace('.jsonl', '') as RunId
  const [first] = events
  if (first === undefined) throw new Error('the journal is empty')
  const changed = events.map(({ type, data }) => ({ type, ...data, ...(type === 'gated' && { forged: true }) }))
  const { verify, status, gate } = await lied({
    [journal]: seal(changed, genesis(run), { v: first.v, at: first.at }).text,
  })
  for (const ended of [verify, status, gate]) {
    expect(ended.exit).toBe(2)
    expect(ended.stdout).toContain('TSQ-JOURNAL-REWRITTEN')
  }
}, 120_000)

test('a gate without checks is none [K-02b]', async () => {
  writeFileSync(at('.trysquare/config.yaml'), 'gates:\n  empty:\n    checks: []\n')
  const ended = await place.tsq(['--in', project, '--json', 'gate', 'run', 'empty'])
  rmSync(at('.trysquare/config.yaml'))
  expect([ended.exit, ended.stdout]).toEqual([2, expect.stringContaining('TSQ-CONFIG')])
}, 60_000)
