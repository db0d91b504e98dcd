import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { command, run, scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const project = place.path('project')
beforeEach(() => rmSync(project, { recursive: true, force: true }))

const put = (path: string, text: string | Uint8Array) => {
  const file = join(project, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
const check = async (...args: readonly string[]) => {
  const [program, all] = command(['--in', project, 'check', ...args])
  return run(program, all, place.root, place.env)
}
const rulesIn = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await check('--format', 'json', ...args)
  return JSON.parse(stdout).found.map(
    (each: { rule: string; path: string; line: number }) => `${each.path}:${each.line} ${each.rule}`,
  )
}

const blocking = 'import time\n\n\nasync def poll() -> None:\n    time.sleep(1)\n'

test('what is not text, does not parse or is hostile is a finding or a clear error, each [Q-04, K-16a]', async () => {
  put('pyproject.toml', '[project]\nname = "odd"\nversion = "0"\n')
  put('broken.py', 'def f(:\n    pass\n')
  put('latin.py', Buffer.from('x = "é"\n', 'latin1'))
  put('declared.py', Buffer.from(`# coding: latin-1\nx = "é"\n${blocking}`, 'latin1'))
  put('returns.py', blocking.replaceAll('\n', '\r\n'))
  put('mark.py', `\uFEFF${blocking}`)
  put('deep.py', `x = ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`)
  put('nul.py', 'x = 1\n\0\n')
  put('empty.py', '')
  put('large.py', `${'x = 1\n'.repeat(150_000)}${blocking}`)
  put('huge.py', 'x = 1\n'.repeat(900_000))
  put('picture.png', new Uint8Array([0x89, 0x50, 0, 1, 2, 255]))
  symlinkSync('/etc/passwd', place.path('project', 'link.py'))
  expect(await rulesIn('--select', 'async,errors')).toEqual([
    'broken.py:1 does-not-parse',
    'broken.py:1 does-not-parse',
    'declared.py:7 blocking-sleep',
    'deep.py:1 does-not-parse',
    'huge.py:1 not-text',
    'large.py:150005 blocking-sleep',
    'latin.py:1 not-text',
    'link.py:1 not-text',
    'mark.py:5 blocking-sleep',
    'nul.py:2 not-text',
    'returns.py:5 blocking-sleep',
  ])
}, 60_000)

test('what is asked is found again without a look, and what changed is looked at anew [K-31]', async () => {
  put('src/app/a.py', blocking)
  put('src/app/b.py', 'x = 1\n')
  const first = await check('--select', 'async')
  expect(first.exit).toBe(1)
  expect((await check('--select', 'async')).stdout).toBe(first.stdout)
  put('src/app/b.py', blocking)
  expect(await rulesIn('--select', 'async')).toHaveLength(2)
  expect(await rulesIn('--select', 'async', '--no-cache')).toHaveLength(2)
  writeFileSync(place.path('cache', 'trysquare', 'rules.sqlite'), 'no database at all')
  const spoilt = await check('--select', 'async')
  expect(spoilt.exit).toBe(1)
  expect(spoilt.stderr).toContain('Nothing is kept for the next time')
})

test('known findings are no news, new ones are, and a baseline that cannot be read is told [K-31, K-32]', async () => {
  put('a.py', blocking)
  expect((await check('--select', 'async', '--write-baseline')).exit).toBe(0)
  put('a.py', `"""Moved."""\n\n${blocking}`)
  expect((await check('--select', 'async')).exit).toBe(0)
  expect((await check('--select', 'async', '--no-baseline')).exit).toBe(1)
  put('a.py', `${blocking}    time.sleep(2)\n`)
  const { exit, stdout } = await check('--select', 'async')
  expect([exit, stdout]).toEqual([1, expect.stringContaining('1 finding in 1 file; 1 known before')])
  put('.trysquare/rules-baseline.json', '{"version": 1, "known": {"x": 1}}')
  const spoilt = await check()
  expect([spoilt.exit, spoilt.stderr]).toEqual([2, expect.stringContaining('TSQ-BASELINE')])
})

test('settings hold, and a misspelt one is told with its line [K-31]', async () => {
  put('pyproject.toml', '')
  put('src/a.py', `${blocking}API_KEY = "9fK2mQ8xL4vT7zR1"\n`)
  put('scripts/b.py', blocking)
  put('old/c.py', blocking)
  put(
    '.trysquare/config.yaml',
    'rules:\n  ignore: [security]\n  exclude: [old]\n  per_path:\n    "scripts/**": [async]\n',
  )
  expect(await rulesIn()).toEqual(['src/a.py:5 blocking-sleep'])
  expect(await rulesIn(join(project, 'old'))).toEqual(['old/c.py:5 blocking-sleep'])
  put('.trysquare/config.yaml', '# a comment\nrules:\n  selct: [async]\n')
  const { exit, stderr } = await check()
  expect([exit, stderr]).toEqual([2, expect.stringMatching(/TSQ-CONFIG[\s\S]*config\.yaml:3/)])
})

test('what is wrong on the command line has its code [Q-20, K-02b]', async () => {
  put('notes.txt', '')
  const cases: readonly (readonly [readonly string[], string])[] = [
    [['--select', 'asnyc'], 'Did you mean async?'],
    [['--select', 'async', '--ignore', 'async'], 'TSQ-NO-CHECKS'],
    [['nowhere.py'], 'TSQ-CHECK-PATH'],
    [['--format', 'xml'], 'TSQ-UNKNOWN-NAME'],
    [['--baseline', 'none.json'], 'TSQ-BASELINE'],
  ]
  for (const [args, words] of cases) {
    const { exit, stderr } = await check(...args)
    expect([args, exit, stderr]).toEqual([args, 2, expect.stringContaining(words)])
  }
  rmSync(place.path('project', 'notes.txt'))
  expect((await check()).stderr).toContain('TSQ-NO-CHECKS')
})

test('an environment, a vendored copy and what git ignores are nobody’s to mend, unless they are named [K-31]', async () => {
  put('own.py', blocking)
  for (const folder of ['env', '_vendor/lib', '.tox/py311', 'made']) put(`${folder}/other.py`, blocking)
  put('env/pyvenv.cfg', '')
  put('.gitignore', 'made/\n')
  await run('git', ['init', '--quiet'], project)
  expect(await rulesIn('--select', 'async')).toEqual(['own.py:5 blocking-sleep'])
  expect(await rulesIn('--select', 'async', join(project, 'made'))).toEqual(['made/other.py:5 blocking-sleep'])
})

test('--fix changes what it says and keeps the bytes around it [K-31]', async () => {
  const text = `\uFEFF${blocking}`
  put('a.py', text)
  await check('--select', 'async', '--fix')
  expect(readFileSync(place.path('project', 'a.py'), 'utf8')).toBe(text)
})

test('the Zen is measured with every deduction, past what the settings leave out [M-07]', async () => {
  put('pyproject.toml', '[project]\nname = "odd"\nversion = "0"\n')
  put('.trysquare/config.yaml', 'rules:\n  ignore: [zen, errors]\n')
  put('src/app/a.py', `def owe(rows=[]):\n    rows.append(1)\n    return rows\n\n\n${'total = 1\n'.repeat(97)}`)
  put('tests/test_a.py', 'try:\n    x = 1\nexcept:\n    pass\n')
  const { stdout, exit } = await check('--zen', '--json')
  const { percent, code: lines, lines: all } = JSON.parse(stdout)
  expect([percent, lines, exit]).toEqual([90, 100, 0])
  expect(all.flatMap((each: { deductions: readonly unknown[] }) => each.deductions)).toEqual([
    expect.objectContaining({ rule: 'mutable-default', path: 'src/app/a.py', line: 1, costs: 10 }),
  ])
  expect((await check('--zen')).stdout).toContain('90.0 % of 100 lines of code keep the Zen.')
})
