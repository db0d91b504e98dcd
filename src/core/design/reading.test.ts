import { expect, expectTypeOf, test } from 'vitest'
import { artifact } from '../../ports/artifact.ts'
import { critic } from '../../ports/critic.ts'
import { keep } from './critique.ts'
import { type Path, type Reading, read } from './reading.ts'

interface World {
  readonly a: { readonly b: number; readonly c: { readonly d: string; readonly e?: string } }
  readonly list: readonly { readonly x: number }[]
  readonly free: Readonly<Record<string, string>>
}
const world: World = { a: { b: 1, c: { d: 'deep' } }, list: [{ x: 1 }], free: { any: 'thing' } }

test('a unit receives exactly what it named, nested as it was', () => {
  expect(read(world, ['a.c.d', 'list'])).toEqual({ a: { c: { d: 'deep' } }, list: [{ x: 1 }] })
  expect(read(world, [])).toEqual({})
})

test('a branch and a leaf of it, in either order, give the branch', () => {
  expect(read(world, ['a', 'a.c.d'])).toEqual({ a: world.a })
  expect(read(world, ['a.c.d', 'a'])).toEqual({ a: world.a })
})

test('reading changes nothing of what is read', () => {
  const before = structuredClone(world)
  read(world, ['a', 'a.c', 'a.c.d', 'a.b', 'free'])
  expect(world).toEqual(before)
})

test('an optional answer that was not given is there as undefined', () => {
  expect(read(world, ['a.c.e'])).toEqual({ a: { c: { e: undefined } } })
})

test('the paths of a world stop at lists and at free keys', () => {
  expectTypeOf<Path<World>>().toEqualTypeOf<'a' | 'a.b' | 'a.c' | 'a.c.d' | 'a.c.e' | 'list' | 'free'>()
  expectTypeOf<Reading<World, 'a.b'>['a']['b']>().toEqualTypeOf<number>()
  expect(read(world, ['a.b']).a.b).toBe(1)
  // @ts-expect-error -- a.c was not named
  expect(read(world, ['a.b']).a.c).toBeUndefined()
})

test('an artifact that looks at an answer it did not declare does not compile', () => {
  const common = { id: 'x', purpose: 'x', effort: 'trivial', reads: ['architecture.logging', 'names.package'] } as const
  const fine = artifact({ ...common, path: ({ names }) => `src/${names.package}/x.py` })
  // @ts-expect-error -- names.title is not declared
  const title = artifact({ ...common, path: ({ names }) => names.title })
  // @ts-expect-error -- architecture.errors is not declared
  const errors = artifact({ ...common, path: () => 'x', exists: ({ architecture }) => architecture.errors === 'mixed' })
  // @ts-expect-error -- there is no such answer
  const typing = artifact({ ...common, reads: ['architecture.loging'], path: () => 'x' })
  // @ts-expect-error -- what is collected is not known yet when the path is asked for
  const late = artifact({ ...common, collects: ['plan.files'], path: ({ plan }) => plan.files[0]?.path ?? '' })
  expect([fine, title, errors, typing, late].every(each => each.id === 'x')).toBe(true)
})

test('a critic rule of the first review that reads what comes later does not compile [C-32]', () => {
  const common = { id: 'x', dimension: 'risk', asks: '?', why: '.', example: { bad: '', good: '' } } as const
  const second = critic({ ...common, at: [2], reads: ['features'], judge: () => keep() })
  // @ts-expect-error -- the first review has not seen the features
  const first = critic({ ...common, at: [1, 2], reads: ['features'], judge: () => keep() })
  expect([second.at, first.at]).toEqual([[2], [1, 2]])
})
