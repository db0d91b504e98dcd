import { expect, test } from 'vitest'
import { shortestCycles } from './cycles.ts'

const edges = (all: Readonly<Record<string, readonly string[]>>) =>
  new Map(Object.entries(all).map(([from, to]) => [from, to.map(each => ({ to: each, line: 1, column: 1 }))]))

test('one cycle for each group, the shortest, told from its first file by name', () => {
  expect(shortestCycles(edges({ a: ['b'], b: ['c', 'd'], c: ['a'], d: ['b'], e: ['f'], f: [] }))).toEqual([['b', 'd']])
  expect(shortestCycles(edges({ z: ['y'], y: ['x'], x: ['z'], b: ['a'], a: ['b'] }))).toEqual([
    ['x', 'z', 'y'],
    ['a', 'b'],
  ])
})

test('without a cycle there is none, and a long chain does no harm', () => {
  const chain = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`m${at}`, [`m${at + 1}`]]))
  expect(shortestCycles(edges(chain))).toEqual([])
})
