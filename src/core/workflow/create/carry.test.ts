import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { finding, outlines } from '../../../../test/machine-commands.ts'
import type { ContentHash, TaskId } from '../../../base/brand.ts'
import { ownPath } from '../../../base/repo-path.ts'
import { task } from '../task/machine.ts'
import type { TaskState } from '../task/types.ts'
import { carried, leftoversOf, standings } from './carry.ts'
import type { Former, TaskOutline } from './types.ts'

const [first, second] = outlines
const hash = (digit: string) => digit.repeat(64) as ContentHash
const done = (digit: string): TaskState => ({
  ...task.initial,
  at: 'done',
  attempt: 1,
  delivered: { hash: hash(digit), bytes: 1, doer: 'builtin' },
})
const from = (inputs: Readonly<Record<string, string>>, outline: TaskOutline = first): TaskOutline => ({
  ...outline,
  inputs,
})
const former: Former = {
  plan: [from({ logging: 'a', names: 'n' }), from({ names: 'n' }, second)],
  tasks: { [first.id]: done('1'), [second.id]: done('2') },
}
const kinds = (plan: readonly TaskOutline[]) => [...standings(plan, former).values()].map(each => each.kind)

test('a file whose inputs are the same stays, as it was accepted; one whose inputs changed is made again, and says which [C-04]', () => {
  const plan = [from({ logging: 'b', names: 'n', colour: 'c' }), from({ names: 'n' }, second)]
  expect(kinds(plan)).toEqual(['again', 'stays'])
  expect(standings(plan, former).get(first.id)).toMatchObject({ because: ['colour', 'logging'] })
  const tasks = carried(plan, former)
  expect(tasks[second.id]).toBe(former.tasks[second.id])
  expect(tasks[first.id]).toMatchObject({ at: 'planned', attempt: 1, replaces: hash('1') })
})

test('a text that comes out the same stays, whatever changed around it [C-04]', () => {
  const changed = { ...from({ logging: 'b', names: 'n' }), text: hash('1') }
  expect(kinds([changed])).toEqual(['stays'])
  expect(kinds([{ ...changed, text: hash('9') }])).toEqual(['again'])
})

test('what is made from a file that is made again is made again itself [C-04]', () => {
  const lock = { ...from({ names: 'n' }, second), from: [first.id] }
  expect(kinds([from({ logging: 'b', names: 'n' }), lock])).toEqual(['again', 'again'])
  expect(kinds([from({ logging: 'a', names: 'n' }), lock])).toEqual(['stays', 'stays'])
})

test('a file is known by its role and its path, whatever its place in the order is', () => {
  const moved = { ...from({ logging: 'a', names: 'n' }), id: 'T-009' as TaskId }
  expect(kinds([moved])).toEqual(['stays'])
  expect(kinds([{ ...moved, path: ownPath('src/plain/elsewhere.py') }])).toEqual(['new'])
  expect(kinds([{ ...moved, role: 'other' }])).toEqual(['new'])
})

test('a plan from before inputs were recorded is made again rather than believed', () => {
  expect(standings([from({ logging: 'a' })], { ...former, plan: [first] }).get(first.id)).toMatchObject({
    because: ['what it was made from is not recorded'],
  })
})

test('opened twice, a file that was not made again in between still knows what lies in its place [C-04]', () => {
  const once = carried([from({ logging: 'b', names: 'n' })], former)
  const between: Former = { plan: [from({ logging: 'b', names: 'n' })], tasks: once }
  const twice = carried([from({ logging: 'c', names: 'n' })], between)
  expect(twice[first.id]).toMatchObject({ replaces: hash('1') })
  expect(leftoversOf({ plan: [], leftovers: [] }, between)).toEqual([
    { path: first.path, hash: hash('1'), theirs: false },
  ])
})

test('what was judged false, asked for and gone wrong stays in the history of a file that is made again', () => {
  const told: TaskState = {
    ...done('1'),
    asked: 'in fewer lines',
    failures: [{ attempt: 1, what: 'style: 1 finding' }],
    dismissed: [{ finding: finding('style').id, by: { who: 'Ada', channel: 'terminal', why: 'it is none' } }],
  }
  const { dismissed, failures, asked } = told
  expect(carried([from({})], { ...former, tasks: { [first.id]: told } })[first.id]).toMatchObject({
    dismissed,
    failures,
    asked,
  })
})

test('accepted files that the plan no longer has are left over; those it has again are not [C-04]', () => {
  expect(leftoversOf({ plan: [second], leftovers: [] }, former)).toEqual([
    { path: first.path, hash: hash('1'), theirs: false },
  ])
  expect(
    leftoversOf({ plan: [first, second], leftovers: [{ path: first.path, hash: hash('1'), theirs: false }] }, former),
  ).toEqual([])
})

test('what a person gave in or a mind made is theirs, also when it leaves the plan before it was made again [C-04]', () => {
  const given: TaskState = { ...done('1'), delivered: { hash: hash('1'), bytes: 1, doer: 'manual' } }
  const own: Former = { plan: [from({ a: '1' })], tasks: { [first.id]: given } }
  expect(leftoversOf({ plan: [], leftovers: [] }, own)).toMatchObject([{ theirs: true }])
  const again = carried([from({ a: '2' })], own)
  expect(leftoversOf({ plan: [], leftovers: [] }, { plan: [from({ a: '2' })], tasks: again })).toMatchObject([
    { hash: hash('1'), theirs: true },
  ])
})

test('nothing is lost: every task of the new plan has a state, and every accepted file is in the plan or left over [C-04]', () => {
  const outline = fc.record({ index: fc.nat(4), input: fc.constantFrom('a', 'b') }).map(
    ({ index, input }): TaskOutline => ({
      ...from({ x: input }),
      id: `T-${index}` as TaskId,
      role: `r${index}`,
      path: ownPath(`src/p${index}.py`),
    }),
  )
  const plans = fc.uniqueArray(outline, { selector: each => each.id, minLength: 1 })
  fc.assert(
    fc.property(plans, plans, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }), (then, now, accepted) => {
      const tasks = Object.fromEntries(then.map((each, index) => [each.id, accepted[index] ? done('1') : task.initial]))
      const before: Former = { plan: then, tasks }
      const after = carried(now, before)
      expect(Object.keys(after).toSorted()).toEqual(now.map(each => each.id).toSorted())
      const known = new Set<string>(
        [...now, ...leftoversOf({ plan: now, leftovers: [] }, before)].map(each => each.path),
      )
      for (const { id, path } of then) if (tasks[id]?.at === 'done') expect(known.has(path)).toBe(true)
    }),
  )
})
