import { expect, test } from 'vitest'
import { casesOf, lensFor, lookedAt, ordinary } from '../../../../test/rules/cases.ts'
import { at, type Rule, replaced, rule } from '../../../ports/rule.ts'
import sleep from '../../../shelves/rules/blocking-sleep/rule.ts'
import noReason from '../../../shelves/rules/suppression-without-reason/rule.ts'
import driver from '../../../shelves/rules/sync-driver/rule.ts'
import unused from '../../../shelves/rules/unused-suppression/rule.ts'
import { baselineOf, held } from './baseline.ts'
import { mend } from './mend.ts'
import { selected, unknownNames } from './select.ts'

const shelf = [sleep, driver, noReason, unused]
const lens = await lensFor(shelf)
const found = (text: string, path = ordinary) => lookedAt(lens, [{ path, text }])
const head = 'import time\n\n\nasync def poll() -> None:\n'

test.each([
  ['at the end of the line', '    time.sleep(1)  # trysquare: ignore[blocking-sleep] a test of the loop\n'],
  ['on the line above', '    # trysquare: ignore[async] a test of the loop\n    time.sleep(1)\n'],
  [
    'above, with other comments between',
    '    # trysquare: ignore[ASYNC251] a test\n    # of the loop\n\n    time.sleep(1)\n',
  ],
  [
    'anywhere in a statement of several lines',
    '    print(\n        time.sleep(1),\n        2,  # trysquare: ignore[blocking-sleep] a test\n    )\n',
  ],
])('a comment silences %s [K-31]', async (_, line) => {
  const settled = await found(head + line)
  expect(settled.found).toEqual([])
  expect(settled.silenced.map(each => each.reason)).toEqual([expect.stringMatching(/^a test/)])
})

test.each([
  [
    'a line further',
    '    # trysquare: ignore[async] a test\n    x = 1\n    time.sleep(1)\n',
    ['unused-suppression', 'blocking-sleep'],
  ],
  [
    'the head of a block for its body',
    '    for x in y:  # trysquare: ignore[async] a test\n        time.sleep(1)\n',
    ['unused-suppression', 'blocking-sleep'],
  ],
  [
    'another rule',
    '    time.sleep(1)  # trysquare: ignore[sync-driver] a test\n',
    ['blocking-sleep', 'unused-suppression'],
  ],
  [
    'without a reason',
    '    time.sleep(1)  # trysquare: ignore[blocking-sleep]\n',
    ['blocking-sleep', 'suppression-without-reason'],
  ],
  ['in a text', '    print("# trysquare: ignore[async] a test", time.sleep(1))\n', ['blocking-sleep']],
])('a comment does not silence %s [K-31]', async (_, line, rules) => {
  const { found: all } = await found(head + line)
  expect(all.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)).map(each => each.rule)).toEqual(rules)
})

test.each([
  ['no Python', 'def f(:\n', 1],
  ['brackets without end', '('.repeat(100_000), 1],
])('%s is a finding, which no comment silences [K-16a, K-31]', async (_, text) => {
  const settled = await found(`# trysquare: ignore[errors, does-not-parse] please\n${text}`)
  expect(settled.found.map(each => each.rule)).toContain('does-not-parse')
  expect(settled.silenced).toEqual([])
})

test('a moved line is the same finding, an edited one is another, and equal ones are told apart [K-32]', async () => {
  const text = `${head}    time.sleep(1)\n    time.sleep(1)\n`
  const ids = async (source: string) => (await found(source)).found.map(each => each.id)
  expect(await ids(`"""Words."""\n\n${text}`)).toEqual(await ids(text))
  expect(new Set(await ids(text)).size).toBe(2)
  expect(await ids(text.replace('sleep(1)', 'sleep(2)'))).not.toEqual(await ids(text))
  const [now, then] = [await found(text), await found(`${head}    time.sleep(1)\n    time.sleep(9)\n`)]
  const { fresh, known, gone } = held(now.found, baselineOf(then.found))
  expect([fresh.length, known.length, gone.length]).toEqual([1, 1, 1])
})

test('the more exact name wins, between equals the ignored one, and an opt-in rule is meant by its name alone [K-31]', () => {
  const optIn: Rule = { ...driver, id: 'house-style', optIn: true }
  const all = [sleep, driver, optIn]
  const ids = (select?: readonly string[], ignore?: readonly string[]) =>
    selected(all, { ...(select && { select }), ...(ignore && { ignore }) }).map(each => each.id)
  expect(ids()).toEqual(['blocking-sleep', 'sync-driver'])
  expect(ids(['ALL', 'house-style'])).toEqual(['blocking-sleep', 'sync-driver', 'house-style'])
  expect(ids(['async'], ['sync-driver'])).toEqual(['blocking-sleep'])
  expect(ids(['sync-driver'], ['async'])).toEqual(['sync-driver'])
  expect(ids(['ASYNC2'])).toEqual(['blocking-sleep'])
  expect(ids(['ASYNC251'], ['ASYNC2'])).toEqual(['blocking-sleep'])
  expect(ids(['async'], ['async'])).toEqual([])
  expect(unknownNames(all, { select: ['ALL', 'ASYNC', 'zen', 'asnyc'] })).toEqual(['asnyc'])
})

/** A rule that renames, and one whose mend breaks the file. */
const renaming = rule({
  ...driver,
  id: 'renaming',
  look: {
    by: 'source',
    visit: {
      identifier: node =>
        node.text.startsWith('old')
          ? at(node, 'Old.', {
              fix: { does: 'Renames it.', safety: 'safe', edits: [replaced(node, node.text.slice(1))] },
            })
          : undefined,
    },
  },
})
const breaking = rule({
  ...driver,
  id: 'breaking',
  look: {
    by: 'source',
    visit: {
      integer: node =>
        at(node, 'A number.', { fix: { does: 'Breaks it.', safety: 'unsafe', edits: [replaced(node, ')')] } }),
    },
  },
})

test('mends converge; one that would break the file is left out, and an unsafe one is made only when asked [K-31]', () => {
  const both = { ...lens, rules: [renaming, breaking] }
  const text = 'oldold = 1\nprint(oldold, 2)\n'
  expect(mend(ordinary, text, both)).toMatchObject({ text: 'ldold = 1\nprint(ldold, 2)\n' })
  expect(mend(ordinary, text, both, true).text).toBe('ldold = 1\nprint(ldold, 2)\n')
  expect(mend(ordinary, 'x = 1\n', both).mended).toEqual([])
  const forEver = rule({
    ...renaming,
    look: {
      by: 'source',
      visit: {
        identifier: node =>
          at(node, 'Longer.', { fix: { does: 'Grows.', safety: 'safe', edits: [replaced(node, `${node.text}x`)] } }),
      },
    },
  })
  expect(mend(ordinary, 'a = b\n', { ...lens, rules: [forEver] }).mended.length).toBeLessThan(100)
})

test('cases are read with their paths and marks', () => {
  const files = casesOf('environment-read').flatMap(each => each.files)
  expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining([ordinary, 'src/app/settings.py']))
  expect(files.some(({ wanted }) => wanted.length > 0)).toBe(true)
  expect(files.every(({ text }) => !text.includes('finding:'))).toBe(true)
})
