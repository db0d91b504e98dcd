import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '../../../base/refusal.ts'
import { inOrder, type Ordered } from './order.ts'

const one = (role: string, path: string, ...needs: readonly string[]): Ordered => ({ role, path, needs })
const roles = (all: readonly Ordered[]): readonly string[] => {
  const found = inOrder(all)
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  return found.map(each => each.role)
}

test('with nothing else to decide, configuration comes early, tests after code, documentation last [C-63]', () => {
  const paths = [
    'LICENSE',
    'docs/a.md',
    'README.md',
    'examples/e.py',
    'tests/test_a.py',
    '.gitignore',
    'src/p/a.py',
    'src/p/py.typed',
    'uv.lock',
    'pyproject.toml',
  ]
  expect(roles(paths.map(path => one(path, path)))).toEqual([
    'pyproject.toml',
    'uv.lock',
    'src/p/py.typed',
    'src/p/a.py',
    'tests/test_a.py',
    'examples/e.py',
    '.gitignore',
    'LICENSE',
    'README.md',
    'docs/a.md',
  ])
})

test('what is needed comes first, whatever its place would be [C-63]', () => {
  expect(roles([one('a', 'pyproject.toml', 'b'), one('b', 'README.md')])).toEqual(['b', 'a'])
})

test('a need that names nothing, and a need of itself, are no reason to wait [C-63]', () => {
  expect(roles([one('a', 'src/a.py', 'nobody', 'a')])).toEqual(['a'])
})

test('a cycle is refused by the paths that make it, and by no others [C-63]', () => {
  const all = [
    one('start', 'src/start.py', 'start', 'a'),
    one('a', 'src/a.py', 'b'),
    one('b', 'src/b.py', 'c'),
    one('c', 'src/c.py', 'a'),
    one('free', 'src/free.py'),
  ]
  expect(inOrder(all)).toMatchObject({
    code: 'TSQ-PLAN-CYCLE',
    data: { cycle: ['src/a.py', 'src/b.py', 'src/c.py', 'src/a.py'] },
  })
})

const folders = ['src/p/', 'tests/', 'docs/', 'examples/', '']
/** Files that need only earlier ones, so that there is no cycle; then shuffled. */
const acyclic = fc
  .array(fc.record({ folder: fc.constantFrom(...folders), needs: fc.array(fc.nat(30), { maxLength: 4 }) }), {
    minLength: 1,
    maxLength: 30,
  })
  .map(all =>
    all.map(({ folder, needs }, index) =>
      one(
        `r${index}`,
        `${folder}f${(index * 7) % 31}.py`,
        ...needs.filter(each => each < index).map(each => `r${each}`),
      ),
    ),
  )

test('the order is topological, complete, and the same however the files are given [C-63]', () => {
  const shuffled = acyclic.chain(all =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const order = roles(all)
      expect(order.toSorted()).toEqual(all.map(each => each.role).toSorted())
      for (const each of all)
        for (const need of each.needs) expect(order.indexOf(need)).toBeLessThan(order.indexOf(each.role))
      expect(roles(other)).toEqual(order)
    }),
  )
})

test('five thousand files that release each other are ordered without sorting anew for each [C-64] [Q-11]', () => {
  const count = 5000
  const all = Array.from({ length: count }, (_, index) =>
    one(`r${index}`, `src/p/m${(index * 7919) % count}.py`, ...(index < count / 2 ? [] : [`r${index - count / 2}`])),
  )
  expect(roles(all)).toHaveLength(count)
}, 2_000)
