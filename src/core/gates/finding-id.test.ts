import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownPath } from '../../base/repo-path.ts'
import { findingId, named, type Unnamed } from './finding-id.ts'

const path = ownPath('src/a.py')
const at = (line: number): Unnamed => ({ check: 'style', rule: 'E1', path, line, message: 'Bad.', severity: 'low' })

test('a finding keeps its name when its line moves or is indented [K-32]', () => {
  const before = named([at(1)], new Map([[path, 'x = eval(y)\n']]))
  const after = named([at(3)], new Map([[path, '\n\n    x  = eval(y)\n']]))
  expect(after.map(each => each.id)).toEqual(before.map(each => each.id))
})

test('equal findings are told apart by a counter, in the order of their places [K-32]', () => {
  const ids = named([at(2), at(1)], new Map([[path, 'x\nx\n']])).map(each => [each.line, each.id])
  expect(ids[0]?.[1]).toMatch(/^F-[0-9a-f]{10}$/)
  expect(ids).toEqual([
    [1, ids[0]?.[1]],
    [2, `${ids[0]?.[1]}-2`],
  ])
})

test('rule, path, symbol and text each make another finding [K-32]', () => {
  const identity = { rule: 'r', path: 'p', symbol: 's', text: 't' }
  const others = [{ rule: 'x' }, { path: 'x' }, { symbol: 'x' }, { text: 'x' }].map(change =>
    findingId({ ...identity, ...change }),
  )
  expect(new Set([findingId(identity), ...others]).size).toBe(5)
})

test('no two findings of one check share a name [K-32]', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }), lines => {
      const ids = named(lines.map(at), new Map([[path, 'a\nb\na\nb\n\n']])).map(each => each.id)
      expect(new Set(ids).size).toBe(lines.length)
    }),
  )
})

test('no message steers the terminal, nor fills it', () => {
  const said = `\u001b[31mred\u001b]0;title\u0007 ${'A'.repeat(300_000)}`
  const [finding] = named([{ ...at(1), message: said }], new Map())
  expect(finding?.message).toMatch(/^\[31mred \]0;title +A+…$/)
  expect(finding?.message.length).toBeLessThan(2100)
})
