import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { wordsOf } from '../../src/base/errors/known-error.ts'
import { components } from './components.ts'
import { type Row, sample } from './rows.ts'
import { taking } from './taking.ts'
import { texts } from './texts.ts'
import { trees } from './trees.ts'
import { values } from './values.ts'

const place = taking()
afterAll(place.remove)

const taken = async (given: string | Uint8Array) => {
  place.write(given)
  return place.read()
}

const groups: Readonly<Record<string, readonly Row[]>> = { texts, values, trees, components }

test('the table has at least sixty rows, each its own [Q-04]', () => {
  const all = Object.entries(groups).flatMap(([group, rows]) => rows.map(row => `${group}: ${row.what}`))
  expect(all.length).toBeGreaterThanOrEqual(60)
  expect(new Set(all).size).toBe(all.length)
})

describe.each(Object.entries(groups))(
  '%s that are refused with a code and a line, and nothing is written',
  (_, rows) => {
    // Nothing here may take long: a file that keeps a machine busy for minutes is an attack that worked.
    test.each(rows)('$what: $code [Q-04] [Q-05]', { timeout: 10_000 }, async ({ code, given, line }) => {
      const error = await taken(given)
      if (error === 'taken') throw new Error('it was taken')
      expect({ code: error.code, line: error.place?.line }).toEqual({ code, line: line ?? error.place?.line })
      const words = wordsOf(error.code)
      for (const text of [words.what(error.data), words.why(error.data), words.todo(error.data)])
        expect(text).toMatch(/\S/)
      expect(readdirSync(place.root)).toEqual(['answers.yaml'])
    })
  },
)

test.each([
  ['as it is', sample],
  ['with a byte order mark', `\ufeff${sample}`],
  ['with the line ends of Windows', sample.replaceAll('\n', '\r\n')],
  ['with the line ends of an old Macintosh', sample.replaceAll('\n', '\r')],
  ['after a document marker', `---\n${sample}`],
  ['with an explicit string', sample.replace('maturity: production', 'maturity: !!str production')],
  ['with an alias', sample.replace('maturity: production', 'maturity: &m production')],
  ['as JSON', '{"git": "yes"}'],
  ['empty', ''],
  ['of comments alone', '# later\n'],
  [
    'with the joiners of Persian and of emoji',
    sample
      .replace('A lightweight', '"می\u200cخواهم 👩\u200d🔧 a lightweight')
      .replace('error reports.', 'error reports."'),
  ],
])('answers %s are taken [Q-04]', async (_, given) => {
  expect(await taken(given)).toBe('taken')
})

describe('what lies where a file is looked for, and is none', () => {
  const root = mkdtempSync(join(tmpdir(), 'tsq-no-file-'))
  afterAll(() => rmSync(root, { recursive: true }))
  test.each([
    ['nothing', 'TSQ-ANSWERS-NONE', () => undefined],
    ['a folder', 'TSQ-FILE-CHANGED', (path: string) => mkdirSync(path)],
    ['a pipe', 'TSQ-FILE-CHANGED', (path: string) => execFileSync('mkfifo', [path])],
    ['a device', 'TSQ-FILE-CHANGED', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to nothing', 'TSQ-ANSWERS-NONE', (path: string) => symlinkSync(join(root, 'nowhere'), path)],
    ['a link to itself', 'TSQ-FILE-CHANGED', (path: string) => symlinkSync(path, path)],
    ['a file below a file', 'TSQ-ANSWERS-NONE', (path: string) => writeFileSync(path.replace(/.below$/, ''), '')],
    ['a path of 5,000 letters', 'TSQ-FILE-DENIED', () => undefined],
  ])('%s: %s [Q-04]', { timeout: 5_000 }, async (what, code, make) => {
    const name = what.startsWith('a path') ? 'a'.repeat(5000) : what.replaceAll(' ', '-')
    const path = join(root, what === 'a file below a file' ? `${name}/below` : name)
    make(path)
    const error = await place.read(path)
    expect(error === 'taken' ? error : error.code).toBe(code)
  })
})
