import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunId } from '../../src/base/brand.ts'
import { seal } from '../../src/core/journal/chain.ts'
import { genesis } from '../../src/core/journal/event.ts'
import { type Ended, filesBelow, journalOf, must, outcomes, sampleText, scratch } from './product.ts'

const place = scratch()
const repository = place.path('guard')
const file = (path: string) => join(repository, path)
const gate = (...args: readonly string[]) => place.tsq(['--in', repository, 'gate', 'run', '--json', ...args])

const green = {
  syntax: 'PASS',
  contract: 'PASS',
  imports: 'PASS',
  style: 'PASS',
  types: 'PASS',
  tests: 'PASS',
  security: 'PASS',
  'test-proof': 'PASS',
}
const red = (...checks: readonly (keyof typeof green)[]) => ({
  ...green,
  ...Object.fromEntries(checks.map(each => [each, 'FAIL'])),
  // Tests that cannot import what they test were not looked at.
  ...(checks.includes('tests') && checks.includes('imports') && { 'test-proof': 'PARTIAL' }),
})

/** Does something to one file, and puts the file back whatever happens. */
const during = async <T>(path: string, change: (text: string) => string, work: () => Promise<T>): Promise<T> => {
  const before = readFileSync(file(path), 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`the fault did not get into ${path}`)
  writeFileSync(file(path), after)
  try {
    return await work()
  } finally {
    writeFileSync(file(path), before)
  }
}

beforeAll(async () => {
  const answers = place.write('answers.yaml', sampleText('schema-guard'))
  must(await place.tsq(['new', '--out', repository, '--answers', answers]), 0)
})
afterAll(place.remove)

const adding = (lines: readonly string[]) => (text: string) => `${text}\n\n${lines.join('\n')}\n`
const exceptions = 'src/schema_guard/exceptions.py'
const tests = 'tests/test_exceptions.py'
// Put together here, so that no key lies in this repository either.
const accessKey = ['AKIA', 'QYLPMN5HFIQR7XYA'].join('')

const faults: readonly {
  readonly fault: string
  readonly path: string
  readonly change: (text: string) => string
  readonly turns: readonly (keyof typeof green)[]
}[] = [
  {
    fault: 'a type error that no test notices',
    path: tests,
    change: adding([
      'def test_words() -> None:',
      '    words: int = str(ConfigurationError("LEVEL", "wrong"))',
      '',
      '    assert words == "LEVEL: wrong"',
    ]),
    turns: ['types'],
  },
  {
    fault: 'a failing test',
    path: tests,
    change: adding(['def test_sum() -> None:', '    assert sum((2, 2)) == 5']),
    turns: ['tests'],
  },
  {
    // It is still in its module's __all__ (style), and __init__ and the tests import it by name (imports, types, tests).
    fault: 'a removed public function',
    path: 'src/schema_guard/validator.py',
    change: text => text.replace(/^def boolean\(\)[\s\S]*?(?=^def )/m, ''),
    turns: ['contract', 'imports', 'style', 'types', 'tests'],
  },
  {
    fault: 'an import of something installed that nothing declares',
    path: exceptions,
    change: text =>
      `${text.replace(/^from typing import ClassVar\n/m, '$&\nfrom packaging.version import InvalidVersion\n')}\n\nclass OldVersionError(InvalidVersion):\n    """A version that is too old."""\n`,
    turns: ['imports'],
  },
  {
    fault: 'a hard-coded key',
    path: exceptions,
    change: adding([`_IDENTITY = "${accessKey}"`]),
    turns: ['security'],
  },
  {
    fault: 'a line that is not formatted',
    path: exceptions,
    change: adding(['_LIMIT  =  3']),
    turns: ['style'],
  },
  {
    // What does not parse was looked at by no check, so none may say that it found nothing.
    fault: 'a syntax error',
    path: exceptions,
    change: adding(['def broken(:']),
    turns: ['syntax', 'contract', 'imports', 'style', 'types', 'tests', 'security'],
  },
]

describe('a planted fault turns exactly its checks red', () => {
  test.each(faults)('$fault: $turns [K-03] [K-16a]', async ({ path, change, turns }) => {
    const ended = await during(path, change, () => gate())
    expect(outcomes(ended)).toEqual(red(...turns))
    expect(ended.exit).toBe(1)
  })

  test.each([
    ['tests/test_exceptions.py', ['contract']],
    ['examples/validator.py', ['contract']],
    ['.github/workflows/ci.yml', ['contract']],
    ['src/schema_guard/exceptions.py', ['contract', 'imports', 'types', 'tests']],
  ] as const)('an accepted file that is gone, %s: %j [K-11]', async (path, turns) => {
    renameSync(file(path), place.path('gone.py'))
    try {
      const ended = await gate()
      expect(outcomes(ended)).toEqual(red(...turns))
      expect(JSON.parse(ended.stdout)).toMatchObject({
        findings: expect.arrayContaining([expect.objectContaining({ check: 'contract', rule: 'gone', path })]),
      })
    } finally {
      renameSync(place.path('gone.py'), file(path))
    }
  })

  test('and without the faults the gate is green again [K-33]', async () => {
    const ended = await gate()
    expect(outcomes(ended)).toEqual(green)
    expect(ended.exit).toBe(0)
  })
})

describe('nothing checked is never a pass [K-02b]', () => {
  test('a repository whose files are gone is refused', async () => {
    const kept = new Set(['.git', '.trysquare', '.venv'])
    const away = readdirSync(repository).filter(name => !kept.has(name))
    for (const name of away) renameSync(file(name), place.path(`away-${name}`))
    try {
      const ended = await gate()
      // Asked for JSON, it answers in JSON.
      expect({ exit: ended.exit, said: ended.stdout }).toMatchObject({
        exit: 2,
        said: expect.stringContaining('TSQ-NO-CHECKS'),
      })
      const verified = await place.tsq(['--in', repository, 'verify'])
      expect(verified.exit).toBe(1)
    } finally {
      for (const name of away) renameSync(place.path(`away-${name}`), file(name))
    }
  })

  test('a repository without its tests fails for want of tests [K-15]', async () => {
    renameSync(file('tests'), place.path('tests-away'))
    try {
      const ended = await gate()
      expect(ended.exit).toBe(1)
      expect(outcomes(ended)).toMatchObject({ tests: 'FAIL' })
    } finally {
      renameSync(place.path('tests-away'), file('tests'))
    }
  })
})

describe('a verdict counts only for the tree it looked at [K-02b]', () => {
  test('an edit after completion makes it stale everywhere, and taking it back makes it count again', async () => {
    const said = async () => ({
      status: JSON.parse((await place.tsq(['--in', repository, 'status', '--json'])).stdout) as {
        changed: string[]
        gate: string
      },
      verify: await place.tsq(['--in', repository, 'verify', '--json']),
      report: JSON.parse((await place.tsq(['--in', repository, 'report', '--format', 'json'])).stdout) as {
        verdict: string
        reasons: string[]
      },
    })
    const edited = await during('README.md', text => `${text}\nOne more line.\n`, said)
    expect(edited.status).toMatchObject({ changed: ['README.md'], gate: 'stale' })
    expect(edited.verify.exit).toBe(1)
    expect(JSON.parse(edited.verify.stdout)).toMatchObject({ changed: ['README.md'], gate: 'stale', fine: false })
    expect(edited.report.verdict).toBe('not ready')
    expect(edited.report.reasons[0]).toContain('stale')

    const back = await said()
    expect(back.status).toMatchObject({ changed: [], gate: 'passed' })
    expect(back.verify.exit).toBe(0)
    expect(back.report.verdict).toBe('ready for development')
  })

  test('an edit that a gate looked at is measured, and reviewed by nobody: the report says both [C-80]', async () => {
    const edited = await during(
      'README.md',
      text => `${text}\nOne more line.\n`,
      async () => {
        expect(outcomes(await gate())).toEqual(green)
        return JSON.parse((await place.tsq(['--in', repository, 'report', '--format', 'json'])).stdout) as {
          verdict: string
          unverified: string[]
          denominators: { label: string; value: string }[]
        }
      },
    )
    expect(edited.verdict).toBe('ready with open items')
    expect(edited.unverified).toContain('README.md: changed since it was accepted; nobody reviewed the change')
    expect(edited.denominators).toContainEqual({ label: 'Files changed or gone since they were accepted', value: '1' })
  })

  test('a new file that nobody planned makes it stale too', async () => {
    writeFileSync(file('src/schema_guard/extra.py'), '"""Extra."""\n')
    try {
      const ended = await place.tsq(['--in', repository, 'verify'])
      expect(ended.exit).toBe(1)
      expect(ended.stdout.replaceAll(/\s+/g, ' ')).toContain('(in no plan: src/schema_guard/extra.py): stale.')
    } finally {
      rmSync(file('src/schema_guard/extra.py'))
    }
  })

  test('what git ignores is no part of it, unless Python or a tool would load it', async () => {
    const exit = async (name: string, text: string) => {
      writeFileSync(file(name), text)
      try {
        return (await place.tsq(['--in', repository, 'verify'])).exit
      } finally {
        rmSync(file(name))
      }
    }
    expect(await exit('.env', 'SCHEMA_GUARD_LOG_LEVEL=DEBUG\n')).toBe(0)
    expect(await exit('notes.bin', 'Mine.\n')).toBe(1)
    const before = readFileSync(file('.git/info/exclude'), 'utf8')
    writeFileSync(file('.git/info/exclude'), 'notes.bin\nconftest.py\n.coveragerc\n')
    expect(await exit('notes.bin', 'Mine.\n')).toBe(0)
    expect(await exit('conftest.py', '')).toBe(1)
    expect(await exit('.coveragerc', '')).toBe(1)
    writeFileSync(file('.git/info/exclude'), before)
  })
})

describe('what was not measured is not believed [K-02]', () => {
  const failing = adding(['def test_sum() -> None:', '    assert sum((2, 2)) == 5'])
  /** The file of the receipt on which a gate's verdict on the tests stands. */
  const receiptOf = (ended: Ended): string => {
    const { rows } = JSON.parse(ended.stdout) as { rows: { check: string; receipt: string }[] }
    return `${rows.find(row => row.check === 'tests')?.receipt ?? 'none'}.json`
  }
  const kept = () => file('.trysquare/evidence')
  const measured = () => file('.trysquare/workspace/evidence')

  test('a receipt changed to a pass, and a good one renamed over it', async () => {
    const good = receiptOf(await gate())
    await during(tests, failing, async () => {
      const failed = await gate()
      expect(outcomes(failed)).toEqual(red('tests'))
      const bad = receiptOf(failed)
      expect(readFileSync(join(measured(), bad), 'utf8')).toContain('test_sum')
      const receipt = JSON.parse(readFileSync(join(measured(), bad), 'utf8')) as Record<string, unknown>
      const { outcome } = JSON.parse(readFileSync(join(kept(), good), 'utf8')) as Record<string, unknown>
      const forged = `${JSON.stringify({ ...receipt, outcome }, null, 1)}\n`
      writeFileSync(join(measured(), bad), forged)
      expect(outcomes(await gate())).toEqual(red('tests'))
      // Over one that the history names: its name is the hash of what it held.
      copyFileSync(join(kept(), good), place.path('good.json'))
      writeFileSync(join(kept(), good), forged)
      expect(outcomes(await gate())).toEqual(red('tests'))
      copyFileSync(place.path('good.json'), join(kept(), good))
    })
  })

  test('receipts that are gone leave a claim: everybody says so, and the next gate proves it again [C-80]', async () => {
    const away = place.path('evidence-away')
    renameSync(kept(), away)
    try {
      rmSync(measured(), { recursive: true, force: true })
      const { verdict, unverified } = JSON.parse(
        (await place.tsq(['--in', repository, 'report', '--format', 'json'])).stdout,
      ) as { verdict: string; unverified: string[] }
      expect(verdict).toBe('not ready')
      expect(unverified).toContain('Tests: its receipt is gone or was changed')
      expect((await place.tsq(['--in', repository, 'verify'])).exit).toBe(1)
      expect(outcomes(await gate())).toEqual(green)
      expect((await place.tsq(['--in', repository, 'verify'])).exit).toBe(0)
    } finally {
      renameSync(away, kept())
    }
  })

  test('what passed before on the very same files, once a newer gate disagreed [C-80]', async () => {
    const flag = place.path('flag')
    const own = file('tests/test_machine.py')
    const text =
      '"""The machine."""\n\nfrom pathlib import Path\n\n\ndef test_nothing_is_in_the_way() -> None:\n    assert not Path(__file__).parents[2].joinpath("flag").exists()\n'
    writeFileSync(own, text)
    try {
      expect(outcomes(await gate())).toEqual(green)
      writeFileSync(flag, '')
      const failed = await gate('--fresh')
      expect(outcomes(failed)).toEqual(red('tests'))
      const report = must(await place.tsq(['--in', repository, 'report', '--format', 'json']), 0)
      expect((JSON.parse(report.stdout) as { verdict: string }).verdict).toBe('not ready')
      expect((await place.tsq(['--in', repository, 'status'])).stdout).toContain(
        'Gate   fails on exactly this tree: Tests',
      )
      expect((await place.tsq(['--in', repository, 'verify'])).exit).toBe(1)
      expect(outcomes(must(await gate(), 1))).toEqual(red('tests'))
      // Nor does it stand in when the proof of the newer one is gone.
      rmSync(join(measured(), receiptOf(failed)))
      expect(outcomes(must(await gate(), 1))).toEqual(red('tests'))
    } finally {
      rmSync(own)
      await gate()
    }
  })

  test('a report that somebody edited is no report of ours [C-80]', async () => {
    await during(
      'GENERATION_REPORT.md',
      text => text.replace('ready for development', 'certified secure'),
      async () => {
        const ended = await place.tsq(['--in', repository, 'verify'])
        expect(ended).toMatchObject({ exit: 1, stdout: expect.stringContaining('GENERATION_REPORT.md') })
      },
    )
  })

  test('a gate after the end leaves the repository’s own history alone: branches and resets need not agree on it', async () => {
    const before = readFileSync(journalOf(repository), 'utf8')
    await during(tests, failing, async () => expect(outcomes(await gate())).toEqual(red('tests')))
    expect(readFileSync(journalOf(repository), 'utf8')).toBe(before)
    const { stdout } = await place.run('git', ['status', '--porcelain', '--', '.trysquare'], repository)
    expect(stdout).toBe('')
  })

  test('a line of the history that was edited is named, and nothing goes on from it [Q-01]', async () => {
    const journal = journalOf(repository)
    const before = readFileSync(journal, 'utf8')
    const line = before.split('\n').findIndex(each => each.includes('"gated"')) + 1
    expect(line).toBeGreaterThan(1)
    const lines = before.split('\n')
    lines[line - 1] = (lines[line - 1] ?? '').replace('"passed":true', '"passed":false')
    try {
      writeFileSync(journal, lines.join('\n'))
      for (const args of [['verify'], ['status'], ['report'], ['next'], ['gate', 'run']]) {
        const ended = await place.tsq(['--in', repository, ...args])
        expect(ended).toMatchObject({ exit: 2, stderr: expect.stringContaining('TSQ-JOURNAL-BROKEN') })
        expect(ended.stderr.replaceAll(/\s+/g, ' ')).toMatch(new RegExp(`line ${line}\\b`))
      }
      expect(readFileSync(journal, 'utf8')).toBe(lines.join('\n'))
    } finally {
      writeFileSync(journal, before)
    }
  })

  test('a history that was chained anew is known as rewritten, a shorter one as older [Q-01]', async () => {
    const journal = journalOf(repository)
    const before = readFileSync(journal, 'utf8')
    const events = before
      .trimEnd()
      .split('\n')
      .map(each => JSON.parse(each) as { v: number; at: string; type: string; data: object })
    const runId = (journal.split('/').at(-1) ?? '').replace('.jsonl', '') as RunId
    const first = events[0]
    if (first === undefined) throw new Error('the journal is empty')
    const changed = events.map(({ type, data }) => ({ type, ...data, ...(type === 'gated' && { forged: true }) }))
    try {
      writeFileSync(journal, seal(changed, genesis(runId), { v: first.v, at: first.at }).text)
      expect(await place.tsq(['--in', repository, 'verify'])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('TSQ-JOURNAL-REWRITTEN'),
      })
      writeFileSync(journal, `${before.trimEnd().split('\n').slice(0, -3).join('\n')}\n`)
      // It may be looked at, and is no ground to go on from.
      expect(await place.tsq(['--in', repository, 'verify'])).toMatchObject({
        exit: 1,
        stdout: expect.stringContaining('TSQ-JOURNAL-OLDER'),
      })
      expect((await place.tsq(['--in', repository, 'status'])).stdout).toContain('are missing from the history')
      expect((await place.tsq(['--in', repository, 'report'])).stdout).toContain(
        'events that this machine wrote are missing',
      )
      expect(await place.tsq(['--in', repository, 'next'])).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining('TSQ-JOURNAL-OLDER'),
      })
    } finally {
      writeFileSync(journal, before)
    }
    expect((await place.tsq(['--in', repository, 'verify'])).exit).toBe(0)
  })
})

test('after all that, the repository is as it was made, and its report says so once it is measured [Q-02] [C-80]', async () => {
  const others = ['.', ':!.trysquare', ':!GENERATION_REPORT.md']
  expect((await place.run('git', ['status', '--porcelain', '--', ...others], repository)).stdout).toBe('')
  await gate()
  expect(readFileSync(file('GENERATION_REPORT.md'), 'utf8')).toContain('Verdict: **ready for development**')
  expect(filesBelow(repository).filter(name => name.endsWith('.tmp'))).toEqual([])
})
