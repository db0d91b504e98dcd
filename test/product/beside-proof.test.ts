import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Ended, must, sampleText, scratch, uv } from './product.ts'

const place = scratch()
afterAll(place.remove)

const out = place.path('home')
const tsq = (...args: readonly string[]) => place.tsq(['--in', out, ...args])
const laid = new Map<string, Buffer | undefined>()
/** Puts a file of the person's own into the repository, until the test ends. */
const lay = (name: string, content: string | Uint8Array): void => {
  laid.set(name, existsSync(join(out, name)) ? readFileSync(join(out, name)) : undefined)
  mkdirSync(join(out, name, '..'), { recursive: true })
  writeFileSync(join(out, name), content)
}
afterEach(() => {
  for (const [name, before] of laid)
    if (before === undefined) rmSync(join(out, name))
    else writeFileSync(join(out, name), before)
  laid.clear()
})

interface Row {
  readonly check: string
  readonly outcome: string
  readonly reason: string
}
interface Shown {
  readonly validation: {
    readonly rows: readonly Row[]
    readonly findings: readonly { readonly check: string; readonly message: string; readonly fix?: string }[]
  }
}
const shown = async (path: string): Promise<Shown> =>
  JSON.parse(must(await tsq('task', 'show', path, '--json'), 0).stdout) as Shown
const row = async (path: string, check: string): Promise<string> => {
  const found = (await shown(path)).validation.rows.find(each => each.check === check)
  return `${found?.outcome}: ${found?.reason}`
}

/** One module for each test, since what passes is accepted by the policy of the design. */
const names = ['forged', 'forged_below', 'lacking', 'picture', 'repainted', 'compiled', 'helped', 'nested', 'leaning']
const source = (name: string): string => `src/schema_guard/${name}.py`
const testOf = (name: string): string => `tests/test_${name}.py`
const submit = (path: string, text: string): Promise<Ended> =>
  tsq('task', 'submit', path, '--file', place.write('delivery.py', text))
const doubles = (by = '2', head = ''): string =>
  `"""Doubles."""\n\n${head}\ndef double(value: int) -> int:\n    """Return it twice."""\n    return value * ${by}\n`
const proves = (name: string, { head = '', given = '', value = '1', first = '' } = {}): string =>
  `"""Doubles are held against what is known."""\n\n${head}from schema_guard.${name} import double\n\n\ndef test_double(${given}) -> None:\n    """It is twice."""\n${first}    value = ${value}\n    assert double(value) == value + value\n`
const shared =
  '"""Shared."""\n\nimport pytest\n\n\n@pytest.fixture\ndef one() -> int:\n    """Give one."""\n    return 1\n'
/** What makes every test pass, whatever it found. */
const allIsWell = `"""Mine."""

import pytest


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport():
    outcome = yield
    outcome.get_result().outcome = "passed"
`
const deep = `"""Deep."""\n\nX = ${'('.repeat(3000)}1${')'.repeat(3000)}\n`

beforeAll(async () => {
  must(await place.tsq(['new', '--out', out, '--answers', place.write('a.yaml', sampleText('schema-guard'))]), 0)
}, 300_000)

describe('a finished repository with files that no plan names', () => {
  test('the gate loads what plain pytest loads, and names it, as the report does [C-80] [C-68]', async () => {
    const planned = readFileSync(join(out, source('validator')), 'utf8')
    lay(source('validator'), planned.replace('\nfrom ', '\nfrom schema_guard.helper import ONE as ONE\nfrom '))
    lay(source('helper'), '"""Help."""\n\nONE = 1\n')
    lay(source('alone'), '"""Nobody imports it."""\n')
    lay('tests/conftest.py', shared)
    // What marks an environment hides nothing where files of the plan lie, and of an environment only what is installed in it.
    for (const folder of ['src/schema_guard', 'tests', 'env']) lay(`${folder}/pyvenv.cfg`, '')
    lay('env/lib/python3.11/site-packages/thing/test_thing.py', 'assert True\n')
    lay('env/lib/python3.11/site-packages/thing/_thing.so', Uint8Array.of(0x7f, 0x45))
    lay(
      'tests/test_mine.py',
      '"""Mine."""\n\n\ndef test_one(one: int) -> None:\n    """It is one."""\n    assert one == 1\n',
    )
    const named = `${source('helper')}, tests/conftest.py, tests/test_mine.py`
    const words = `The checks ran with files that no plan names and nobody reviewed: ${named}.`
    const gate = await tsq('gate', 'run')
    expect(gate.stdout.replaceAll(/\s+/g, ' ')).toContain(words)
    expect(gate.stdout).not.toContain('tests/test_mine.py:')
    expect((await tsq('report', '--format', 'json')).stdout).toContain(words)
    expect(must(await place.run(uv, ['run', 'pytest', '-q', '--no-cov'], out), 0).stdout).toContain('passed')
  }, 120_000)

  test('a module below what marks an environment is named where it is imported [C-80] [C-68]', async () => {
    lay('odd/pyvenv.cfg', '')
    lay('odd/__init__.py', '"""Odd."""\n')
    lay('odd/sitecustomize.py', '"""Loaded by itself."""\n')
    lay('tests/test_mine.py', 'import odd\n')
    const { unplanned } = JSON.parse((await tsq('gate', 'run', '--json')).stdout) as {
      unplanned: string[]
    }
    expect(unplanned).toEqual(['odd/__init__.py', 'odd/sitecustomize.py', 'tests/test_mine.py'])
  }, 120_000)
})

describe('a file that is given in beside files that no plan names', () => {
  beforeAll(async () => {
    for (const name of names) must(await tsq('plan', 'add', source(name), '--purpose', 'Doubles.'), 0)
    must(await tsq('plan', 'approve'), 3)
  }, 120_000)

  test.each([
    ['conftest.py', 'forged'],
    ['tests/conftest.py', 'forged_below'],
  ])('a %s never makes a failing test of it pass [C-68] [C-67]', async (name, module) => {
    lay(name, allIsWell)
    await submit(source(module), doubles('3'))
    await submit(testOf(module), proves(module))
    const told = await row(testOf(module), 'tests')
    expect(told).toMatch(/^FAIL: test-failed at line \d+: test_double failed/)
    expect(told).toContain(`${name}: in no plan`)
    expect(must(await tsq('task', 'list'), 0).stdout).toMatch(new RegExp(`${testOf(module)} +review`))
    // Accepted all the same, it proves nothing of the module, and nobody says that it did.
    must(await tsq('task', 'accept', testOf(module), '--acknowledge', 'tests', '--why', 'known'), 3)
    const { unverified } = JSON.parse((await tsq('report', '--format', 'json')).stdout) as { unverified: string[] }
    expect(unverified.join('\n')).toContain(`${testOf(module)}: accepted although its tests do not pass`)
    expect(unverified.join('\n')).toContain(`${source(module)}: accepted without its tests (${testOf(module)})`)
  })

  test('a fixture of such a conftest.py is lacking; it is said how to bring it in [C-68]', async () => {
    lay('tests/conftest.py', shared)
    await submit(source('lacking'), doubles())
    await submit(testOf('lacking'), proves('lacking', { given: 'one: int', value: 'one' }))
    const told = (await shown(testOf('lacking'))).validation.findings.find(each => each.check === 'tests')
    expect(told?.message).toContain('tests/conftest.py: in no plan')
    expect(told?.fix).toContain('trysquare plan add tests/conftest.py --purpose')
  })

  test.each([
    ['picture', 0x89, /^PASS: 1 test passed$/],
    ['repainted', 0x12, /^FAIL: test-failed/],
  ])('its test reads the bytes that lie there, for %s too [C-68]', async (module, first, outcome) => {
    lay('tests/data/a.png', Uint8Array.of(first, 0x50, 0, 0xff))
    await submit(source(module), doubles())
    const text = proves(module, {
      head: 'from pathlib import Path\n\n',
      value: '(Path(__file__).parent / "data" / "a.png").read_bytes()[0]',
      first: '    known = 0x89\n',
    }).replace('value + value', 'known + known')
    await submit(testOf(module), text)
    expect(await row(testOf(module), 'tests')).toMatch(outcome)
  })

  test('a compiled module is no data: it would hide the source that is checked [C-68]', async () => {
    lay('src/schema_guard/compiled.abi3.so', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0xff))
    await submit(source('compiled'), doubles())
    await submit(testOf('compiled'), proves('compiled'))
    expect(await row(testOf('compiled'), 'tests')).toBe('PASS: 1 test passed')
  })

  test('a module that its test imports is named with what it proves [C-68]', async () => {
    lay(source('helping'), '"""Mine."""\n\nONE = 1\n')
    await submit(source('helped'), doubles())
    await submit(testOf('helped'), proves('helped', { head: 'from schema_guard.helping import ONE\n', value: 'ONE' }))
    expect(await row(testOf('helped'), 'tests')).toBe(
      'PASS: 1 test passed; with what no plan names: src/schema_guard/helping.py',
    )
  })

  test('nested too deeply, it has a finding of its own, whoever made it, and holds up nothing [C-68] [C-61]', async () => {
    lay('notes.py', '"""Mine."""\n')
    must(await submit(source('nested'), deep), 3)
    expect(await row(source('nested'), 'syntax')).toContain('nested too deeply')
    const agent = place.write(
      'deep.mjs',
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(process.env.TRYSQUARE_FILE, ${JSON.stringify(deep)})\n`,
    )
    must(await tsq('task', 'regenerate', source('nested')), 3)
    must(await tsq('task', 'run', source('nested'), '--doer', `exec:${process.execPath} ${agent}`), 3)
    expect(await row(source('nested'), 'syntax')).toContain('nested too deeply')
    must(await submit(source('nested'), doubles()), 3)
    expect(await row(source('nested'), 'syntax')).toBe('PASS: nothing found')
  })

  test('that imports one nested too deeply is judged for itself [C-68]', async () => {
    lay(source('abyss'), deep)
    must(await submit(source('leaning'), doubles('X', 'from schema_guard.abyss import X\n\n')), 3)
    expect(await row(source('leaning'), 'syntax')).toBe('PASS: nothing found')
    await submit(testOf('leaning'), proves('leaning'))
    expect(await row(testOf('leaning'), 'tests')).toMatch(/^(?:FAIL|PARTIAL)/)
  })
})
