import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidate } from '../../../../test/candidates.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { ownPath } from '../../../base/repo-path.ts'
import { besides, edited, inWantedOrder, strangerIn, withAdded, withoutRemoved } from './edits.ts'
import type { Placed } from './place.ts'

const placed = (path: string, more: Partial<Placed> = {}): Placed => ({
  ...candidate({ role: path, path }),
  ...more,
  path: ownPath(path),
})
const base = placed('src/p/errors.py')
const user = placed('src/p/user.py', { needs: [base.role] })
const lock = placed('uv.lock', { from: ['pyproject.toml'] })
const all = [placed('pyproject.toml'), lock, base, user, placed('README.md', { needs: [base.role] })]
const paths = (files: readonly Placed[] | { readonly refused: true }) =>
  isRefusal(files) ? files : (files as readonly Placed[]).map(each => each.path)

test('what nothing else needs can be left out; documents do not hold code back [C-64]', () => {
  expect(paths(withoutRemoved(all, { 'README.md': 'elsewhere' }))).not.toContain('README.md')
  const code = { 'src/p/errors.py': 'x', 'src/p/user.py': 'x' }
  expect(paths(withoutRemoved(all, code))).toEqual(['pyproject.toml', 'uv.lock', 'README.md'])
})

test.each([
  ['a file that others import', { 'src/p/errors.py': 'x' }, 'src/p/user.py cannot do without it.'],
  ['a file that another is made from', { 'pyproject.toml': 'x' }, 'uv.lock cannot do without it.'],
])('%s cannot be left out [C-64]', (_, remove, reason) => {
  expect(withoutRemoved(all, remove)).toMatchObject({ code: 'TSQ-PLAN-EDIT', data: { reason } })
})

test('an edit that speaks of a file that is not there is a slip where it is made, and nothing where an older plan had it [C-04] [C-64]', () => {
  const known = all.map(each => each.path)
  expect(strangerIn({ remove: { 'nowhere.md': 'x' } }, {}, known)).toMatchObject({ code: 'TSQ-PLAN-EDIT' })
  expect(strangerIn({ order: ['nowhere.md'] }, {}, known)).toMatchObject({ code: 'TSQ-PLAN-EDIT' })
  expect(strangerIn({ remove: { 'nowhere.md': 'x' } }, { remove: { 'nowhere.md': 'x' } }, known)).toBeUndefined()
  expect(withoutRemoved(all, { 'nowhere.md': 'x' })).toEqual(all)
  expect(inWantedOrder(all, ['nowhere.md'])).toEqual(all)
})

test('a component is taken out of the design, not of the plan [C-64]', () => {
  const component = placed('src/p/order.py', { role: 'order.source', component: 'order' })
  expect(withoutRemoved([component], { [component.path]: 'x' })).toMatchObject({
    data: { todo: expect.stringContaining('revise structure') },
  })
})

test('a file of the person’s own needs a mind, keeps its interface, and comes after what it names [C-64]', () => {
  const file = {
    path: 'docs/night.md',
    purpose: 'What to do.',
    interface: 'def x() -> None: ...\n',
    after: ['README.md'],
  }
  const added = withAdded(all, [file])
  expect(isRefusal(added) ? added : added.at(-1)).toMatchObject({
    maker: 'mind',
    needs: ['README.md'],
    file: { interface: file.interface },
  })
  for (const [bad, reason] of [
    [{ ...file, path: 'readme.md' }, 'The plan has README.md already.'],
    [{ ...file, after: ['nowhere.md'] }, 'It is to come after nowhere.md, which the plan does not have.'],
  ] as const)
    expect(withAdded(all, [bad])).toMatchObject({ code: 'TSQ-PLAN-EDIT', data: { reason } })
  expect(withAdded(all, [{ ...file, path: '../evil.md' }])).toMatchObject({ code: 'TSQ-PATH' })
})

test('named files change places among themselves, and no file comes before one that it needs [C-63] [C-64]', () => {
  expect(paths(inWantedOrder(all, ['README.md', 'pyproject.toml']) as never)).toEqual({
    refused: true,
    code: 'TSQ-PLAN-EDIT',
    data: {
      path: 'README.md',
      reason: 'It would come before src/p/errors.py, which it needs.',
      todo: 'Move both, or neither.',
    },
  })
  expect(paths(inWantedOrder(all, ['src/p/errors.py', 'pyproject.toml']) as never)).toEqual([
    'src/p/errors.py',
    'uv.lock',
    'pyproject.toml',
    'src/p/user.py',
    'README.md',
  ])
})

test('whatever is edited, the files are those that were asked for and every need is met before, or it is refused [C-63] [C-64]', () => {
  const some = fc.subarray(all.map(each => each.path as string))
  fc.assert(
    fc.property(some, fc.shuffledSubarray(all.map(each => each.path as string)), (gone, order) => {
      const left = edited(all, { remove: Object.fromEntries(gone.map(path => [path, 'x'])) })
      if (isRefusal(left)) return
      expect(left.map(each => each.path)).toEqual(all.map(each => each.path).filter(path => !gone.includes(path)))
      const result = inWantedOrder(left, order)
      if (isRefusal(result)) return
      expect(result.map(each => each.path).toSorted()).toEqual(left.map(each => each.path).toSorted())
      for (const [index, each] of result.entries())
        for (const role of each.needs) expect(result.findIndex(other => other.role === role)).toBeLessThan(index)
    }),
  )
})

test('further edits lose none of those that were made, and what they say of files that are not there has lapsed [C-04] [C-64]', () => {
  const made = { add: [{ path: 'a.md', purpose: 'x' }], remove: { LICENSE: 'x' }, why: 'first' }
  const known = all.map(each => each.path)
  const further = {
    add: [
      { path: 'a.md', purpose: 'y' },
      { path: 'b.md', purpose: 'y' },
    ],
    remove: { 'README.md': 'y', 'nowhere.md': 'y' },
    order: ['uv.lock', 'nowhere.md'],
  }
  expect(besides(made, further, known)).toEqual({
    add: [
      { path: 'a.md', purpose: 'x' },
      { path: 'b.md', purpose: 'y' },
    ],
    remove: { LICENSE: 'x', 'README.md': 'y' },
    order: ['uv.lock'],
    why: 'first',
  })
  expect(besides(made, {}, known)).toEqual(made)
})
