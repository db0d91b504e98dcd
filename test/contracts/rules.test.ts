import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Rule } from '../../src/ports/rule.ts'

const shelf = new URL('../../src/shelves/rules/', import.meta.url)
const ids = readdirSync(shelf, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(entry => entry.name)
  .toSorted()

const load = async (id: string): Promise<Rule> => {
  const loaded: { readonly default: Rule } = await import(new URL(`${id}/rule.ts`, shelf).href)
  return loaded.default
}

interface Case {
  readonly title: string
  readonly text: string
  readonly wanted: readonly number[]
}

/** The Python blocks of a `cases.md`, each named by the heading above it. */
const casesOf = (id: string): readonly Case[] => {
  const blocks: Case[] = []
  let title = ''
  let block: string[] | undefined
  for (const line of readFileSync(new URL(`${id}/cases.md`, shelf), 'utf8').split('\n')) {
    if (block && line === '```') {
      const marked = block.flatMap((each, at) => (each.includes(`# finding: ${id}`) ? [at + 1] : []))
      // The marks are for the reader; a rule must not see them.
      const text = block.map(each => each.replace(/\s*# finding: \S+$/, '')).join('\n')
      blocks.push({ title, text, wanted: marked })
      block = undefined
    } else if (block) block.push(line)
    else if (line.startsWith('## ')) title = line.slice(3)
    else if (line === '```python') block = []
  }
  return blocks
}

test('there are rules', () => {
  expect(ids.length).toBeGreaterThan(0)
})

test.for(ids)('%s has a page and is called as its folder [K-30]', async id => {
  const rule = await load(id)
  expect(rule.id).toBe(id)
  expect(rule.allows).toMatch(/^allow /)
  expect(rule.cwe).toMatch(/^CWE-\d+$/)
  expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/)
  for (const words of [rule.what, rule.why, rule.fix]) expect(words).toMatch(/\.$/)
})

test.for(ids)('%s has good and bad cases [K-30]', id => {
  const cases = casesOf(id)
  expect(cases.some(each => each.wanted.length > 0)).toBe(true)
  expect(cases.some(each => each.wanted.length === 0)).toBe(true)
})

test.for(ids.flatMap(id => casesOf(id).map((each, at) => [id, at, each.title] as const)))(
  '%s, case %i: %s: exactly the marked lines are found [K-30, K-16a]',
  async ([id, at]) => {
    const rule = await load(id)
    const { text, wanted } = casesOf(id)[at]!
    expect([...new Set(rule.find(text, 'src/app/case.py').map(hit => hit.line))]).toEqual(wanted)
  },
)

test.for(ids)('%s points into the text, whatever the text is', async id => {
  const rule = await load(id)
  for (const { text } of casesOf(id)) {
    const lines = text.split('\n')
    for (const hit of rule.find(text, 'src/app/case.py')) {
      expect(hit.column).toBeGreaterThan(0)
      expect(hit.column).toBeLessThanOrEqual(lines[hit.line - 1]!.length + 1)
    }
  }
  expect(rule.find('', 'empty.txt')).toEqual([])
})
