import { expect, test } from 'vitest'
import { because, by, commands, createAfter, making, outlines, wayTo } from '../../../../test/machine-commands.ts'
import { pending } from './pending.ts'
import type { CreateCommand, TaskOutline } from './types.ts'

const after = (...given: readonly CreateCommand[]) => pending(createAfter(...given))
const started = (id: string, length: number) => making.slice(0, length).map(each => commands.task(id, each))

test.each([
  ['intake', 'ask-answers'],
  ['architecture', 'ask-answers'],
  ['critic_1', 'review'],
  ['structure', 'ask-answers'],
  ['features', 'ask-confirm'],
  ['additions', 'propose'],
  ['critic_2', 'review'],
  ['plan', 'plan'],
  ['tasks', 'make'],
  ['gate', 'gate'],
  ['report', 'report'],
  ['finished', undefined],
] as const)('at %s the run waits for %s [Q-23]', (place, effect) => {
  expect(after(...wayTo[place])?.type).toBe(effect)
})

test('what is missing is named, in the order of the questions [N-02]', () => {
  const effect = after(...wayTo.architecture)
  expect(effect).toMatchObject({ type: 'ask-answers', stage: 'architecture' })
  expect(effect?.type === 'ask-answers' && effect.missing[0]).toBe('architecture.dependencies')
})

test('a tree is proposed before it is asked about [C-41]', () => {
  const answered = [...wayTo.structure, commands.answer('structure')]
  expect(after(...answered)).toEqual({ type: 'propose' })
  expect(after(...answered, commands.propose)).toEqual({ type: 'ask-confirm', stage: 'structure' })
})

test('nobody is asked to approve additions when there are none, features answered or not [C-41]', () => {
  const silent = wayTo.features
  expect(after(...silent, commands.confirm('features'))).toEqual({ type: 'propose' })
  expect(after(...silent, commands.confirm('features'), commands.propose)?.type).toBe('review')
  expect(after(...silent, commands.confirm('features'), commands.proposeMore)).toEqual({
    type: 'ask-confirm',
    stage: 'additions',
  })
})

test('a review is made, then asked about; after a change it is made again [C-33]', () => {
  expect(after(...wayTo.critic_1, commands.review(1))).toEqual({ type: 'ask-review', checkpoint: 1 })
  const changed = [commands.revise(), commands.answer('architecture'), commands.confirm('architecture')]
  expect(after(...wayTo.critic_1, commands.review(1), ...changed)).toEqual({ type: 'review', checkpoint: 1 })
})

test('a file is made as soon as the files it needs were delivered, then checked, then asked about [C-67]', () => {
  expect(after(...wayTo.tasks)).toEqual({ type: 'make', tasks: ['T-001'] })
  expect(after(...wayTo.tasks, ...started('T-001', 2))).toEqual({ type: 'make', tasks: ['T-002'] })
  const delivered = [...started('T-001', 2), ...started('T-002', 2)]
  expect(after(...wayTo.tasks, ...delivered)).toEqual({ type: 'check', tasks: ['T-001', 'T-002'] })
  const reviewed = [...started('T-001', 3), ...started('T-002', 3)]
  expect(after(...wayTo.tasks, ...reviewed)).toEqual({ type: 'ask-task', review: ['T-001', 'T-002'], waiting: [] })
  const accepted = [...reviewed, commands.task('T-001', { type: 'accept', by })]
  expect(after(...wayTo.tasks, ...accepted)).toEqual({ type: 'place', tasks: ['T-001'] })
})

test('the dependents of a deferred file go on, but not those that are made from it [C-61]', () => {
  const deferred = commands.task('T-001', { type: 'defer', by: because })
  expect(after(...wayTo.tasks, deferred)).toEqual({ type: 'make', tasks: ['T-002'] })
  const from = outlines.map((each): TaskOutline => ({ ...each, from: each.needs }))
  const approved = [...wayTo.plan, commands.plan(from), commands.approve]
  expect(after(...approved, deferred)).toEqual({ type: 'ask-task', review: [], waiting: ['T-002'] })
})

test('when all tasks are settled the others are held against what is left open, then they are closed [C-67] [C-70]', () => {
  const aborted = outlines.map(each => commands.task(each.id, { type: 'abort', by: because }))
  expect(after(...wayTo.tasks, ...aborted)).toEqual({ type: 'refresh' })
  const refreshed = commands.refresh(...outlines.map(each => each.id))
  expect(after(...wayTo.tasks, ...aborted, refreshed)).toEqual({ type: 'close' })
  expect(after(...wayTo.gate.slice(0, -1))).toEqual({ type: 'close' })
})
