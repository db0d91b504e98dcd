import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mend } from '../../src/core/gates/rules/mend.ts'
import { packs } from '../../src/core/gates/rules/packs.ts'
import type { Rule } from '../../src/ports/rule.ts'
import { rules as registry } from '../../src/shelves/rules/registry.ts'
import { casesOf, lensFor, lookedAt, ordinary } from '../rules/cases.ts'

const shelf = new URL('../../src/shelves/rules/', import.meta.url)
const folders = readdirSync(shelf, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .toSorted()

/** The folder of each rule: one of its own, or its family's. */
const homes = new Map<string, string>()
const known = new Map<string, Rule>()
for (const folder of folders) {
  const file = ['rule.ts', 'rules.ts'].find(name => existsSync(new URL(`${folder}/${name}`, shelf)))
  const loaded: { readonly default: Rule | readonly Rule[] } = await import(new URL(`${folder}/${file}`, shelf).href)
  for (const each of [loaded.default].flat() as readonly Rule[]) {
    homes.set(file === 'rule.ts' ? folder : each.id, folder)
    known.set(file === 'rule.ts' ? folder : each.id, each)
  }
}
const ids = [...known.keys()].toSorted()

const load = (id: string): Rule => known.get(id) as Rule

const cases = (id: string) => casesOf(id, homes.get(id))

test('there are rules', () => {
  expect(ids.length).toBeGreaterThan(0)
  expect(known.size).toBe(registry.length)
  expect(registry.map(each => each.id)).toEqual(ids)
})

test.for(ids)('%s has a page and is called as its folder [K-30]', id => {
  const rule = load(id)
  expect(rule.id).toBe(id)
  expect(rule.allows).toMatch(/^allow /)
  expect(packs).toContain(rule.pack)
  if (rule.cwe !== undefined) expect(rule.cwe).toMatch(/^CWE-\d+$/)
  expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/)
  for (const words of [rule.what, rule.why, rule.fix]) expect(words).toMatch(/\.$/)
  for (const example of [rule.bad, rule.good]) expect(example).toMatch(/\n$/)
})

test.for(ids)('%s finds something in its bad example and nothing in its good one [K-30, K-04]', async id => {
  const rule = load(id)
  const lens = await lensFor([rule])
  const path = rule.at ?? ordinary
  const beside = Object.entries(rule.beside ?? {}).map(([other, text]) => ({ path: other, text }))
  expect((await lookedAt(lens, [{ path, text: rule.bad }, ...beside])).found.map(each => each.rule)).toContain(id)
  expect((await lookedAt(lens, [{ path, text: rule.good }, ...beside])).found).toEqual([])
})

test.for(ids)('%s has good and bad cases [K-30]', id => {
  const files = cases(id).flatMap(each => each.files)
  expect(files.some(each => each.wanted.length > 0)).toBe(true)
  expect(cases(id).some(({ files: all }) => all.every(each => each.wanted.length === 0))).toBe(true)
})

test.for(ids.flatMap(id => cases(id).map((each, index) => [id, index, each.title] as const)))(
  '%s, case %i: %s: exactly the marked lines are found [K-30, K-16a]',
  async ([id, index]) => {
    const lens = await lensFor([load(id)])
    const { files } = cases(id)[index]!
    const { found } = await lookedAt(lens, files)
    const lines = Object.fromEntries(
      files.map(({ path }) => [path, [...new Set(found.filter(each => each.path === path).map(each => each.line))]]),
    )
    expect(lines).toEqual(Object.fromEntries(files.map(({ path, wanted }) => [path, wanted])))
    expect(found.every(each => each.rule === id)).toBe(true)
  },
)

test.for(ids)('%s points into the text, and its mends converge and parse [K-30]', async id => {
  const lens = await lensFor([load(id)])
  for (const { files } of cases(id)) {
    for (const each of (await lookedAt(lens, files)).found) {
      const lines = files.find(({ path }) => path === each.path)?.text.split('\n') ?? []
      expect(each.column).toBeGreaterThan(0)
      expect(each.column).toBeLessThanOrEqual((lines[(each.line ?? 0) - 1] ?? '').length + 1)
    }
    for (const { path, text, mended } of files) {
      const once = mend(path, text, lens, true)
      if (mended !== undefined) expect(once.text).toBe(mended)
      const left = (await lookedAt(lens, [{ path, text: once.text }])).found
      expect(left.filter(each => each.mend !== undefined)).toEqual([])
      expect(mend(path, once.text, lens, true).text).toBe(once.text)
      const bare = { ...lens, rules: [] }
      expect((await lookedAt(bare, [{ path, text: once.text }])).found).toEqual(
        (await lookedAt(bare, [{ path, text }])).found,
      )
    }
  }
  expect((await lookedAt(lens, [{ path: 'empty.txt', text: '' }])).found).toEqual([])
})
