import { expect, test } from 'vitest'
import { because, by, commands, createAfter, making, outlines, wayTo } from '../../../../test/machine-commands.ts'
import type { TaskId } from '../../../base/brand.ts'
import { create } from './machine.ts'
import type { CreateEvent } from './types.ts'

const at = (place: keyof typeof wayTo) => createAfter(...wayTo[place])

test('a stage with an open answer is not confirmed, and the refusal names the answer [C-02] [N-02]', () => {
  expect(create.decide(at('intake'), commands.confirm('intake'))).toMatchObject({
    code: 'TSQ-NEEDED',
    data: { path: 'intake.package_name' },
  })
  expect(create.decide(at('structure'), commands.confirm('structure'))).toMatchObject({
    data: { path: 'structure.mode' },
  })
})

test('a tree is approved only after it was shown [C-41]', () => {
  const answered = createAfter(...wayTo.structure, commands.answer('structure'))
  expect(create.decide(answered, commands.confirm('structure'))).toMatchObject({
    code: 'TSQ-NEEDED',
    data: { path: 'approvals.structure' },
  })
  const shownThenChanged = createAfter(
    ...wayTo.structure,
    commands.answer('structure'),
    commands.propose,
    commands.answer('structure'),
  )
  expect(create.decide(shownThenChanged, commands.confirm('structure'))).toMatchObject({ code: 'TSQ-NEEDED' })
})

test('answers and confirmations of another stage are refused where they do not belong [C-01]', () => {
  expect(create.decide(at('intake'), commands.answer('architecture'))).toMatchObject({
    code: 'TSQ-RUN-ORDER',
    data: { possible: ['next'] },
  })
  expect(create.decide(at('architecture'), commands.confirm('features'))).toMatchObject({ code: 'TSQ-RUN-ORDER' })
})

test('nothing proceeds without a review, nor under ten points, nor under its own condition [C-30] [C-02]', () => {
  expect(create.decide(at('critic_1'), commands.proceed)).toMatchObject({
    code: 'TSQ-NEEDED',
    data: { path: 'approvals.critic_1' },
  })
  const poor = createAfter(...wayTo.critic_1, commands.review(1, 9))
  expect(create.decide(poor, commands.proceed)).toMatchObject({ code: 'TSQ-REVIEW-BAND', data: { score: 9 } })
  const fair = createAfter(...wayTo.critic_1, commands.review(1, 19))
  expect(create.decide(fair, commands.proceedFrom(20))).toMatchObject({
    code: 'TSQ-REVIEW-SCORE',
    data: { score: 19, wanted: 20 },
  })
  expect(createAfter(...wayTo.critic_1, commands.review(1, 20), commands.proceedFrom(20)).at).toBe('structure')
})

test('a review or a showing of the other checkpoint is refused [C-02]', () => {
  expect(create.decide(at('critic_1'), commands.review(2))).toMatchObject({ code: 'TSQ-RUN-ORDER' })
  expect(create.decide(at('critic_1'), commands.show(2))).toMatchObject({ code: 'TSQ-RUN-ORDER' })
})

test('a new review is unseen until it was shown again [C-02]', () => {
  const seen = createAfter(...wayTo.critic_1, commands.review(1), commands.show(1))
  expect(seen.shown).toEqual([1])
  expect(createAfter(...wayTo.critic_1, commands.review(1), commands.show(1), commands.review(1)).shown).toEqual([])
})

test('revising leads back and never forward [C-01] [C-33]', () => {
  const reviewed = createAfter(...wayTo.critic_1, commands.review(1))
  expect(create.decide(reviewed, commands.revise('features'))).toMatchObject({
    code: 'TSQ-RUN-ORDER',
    data: { possible: ['revise intake', 'revise architecture'] },
  })
  expect(createAfter(...wayTo.critic_1, commands.review(1), commands.revise()).at).toBe('architecture')
  expect(createAfter(...wayTo.critic_2, commands.review(2), commands.revise()).at).toBe('features')
  expect(createAfter(...wayTo.critic_2, commands.review(2), commands.revise('intake')).at).toBe('intake')
})

test('clarifying stays at the review and is recorded with its score [C-33]', () => {
  const state = createAfter(...wayTo.critic_1, commands.review(1, 18), commands.clarify)
  expect(state.at).toBe('critic_1')
  expect(state.decisions).toMatchObject([{ checkpoint: 1, decision: 'clarify', score: 18 }])
})

test('reopening takes back the stage and everything after it, and keeps the answers [C-04]', () => {
  const state = createAfter(...wayTo.plan, commands.plan(), commands.reopen('architecture'))
  expect(state.at).toBe('architecture')
  expect(Object.keys(state.confirmed)).toEqual(['intake'])
  expect([state.reviews, state.plan, state.tasks, state.proposal]).toEqual([{}, [], {}, undefined])
  expect(state.given).toEqual(at('plan').given)
})

test('reopening a late stage keeps the first review, which saw nothing of it [C-04]', () => {
  const state = createAfter(...wayTo.plan, commands.reopen('structure'))
  expect(Object.keys(state.reviews)).toEqual(['1'])
})

const madeSoFar = (steps: number) =>
  createAfter(...wayTo.tasks, ...making.slice(0, steps).map(command => commands.task('T-001', command)))

test('every stage can be reopened at any time, and what was made until then is remembered [C-04]', () => {
  for (const state of [...[0, 1, 2, 3, 4, 5].map(madeSoFar), at('gate'), at('report'), at('finished')]) {
    const again = commands.reopen('intake')
    const events = create.decide(state, again)
    expect(events).toMatchObject([{ type: 'stage-reopened', stage: 'intake' }])
    const opened = (events as readonly CreateEvent[]).reduce(create.apply, state)
    expect([opened.at, opened.plan, opened.tasks, opened.confirmed]).toEqual(['intake', [], {}, {}])
    expect(opened.former).toEqual({ plan: state.plan, tasks: state.tasks })
  }
})

test('additions to a drawn tree are approved; a tree that lacks nothing goes on by itself [C-41]', () => {
  expect(createAfter(...wayTo.additions, commands.propose).at).toBe('critic_2')
  const lacking = createAfter(...wayTo.additions, commands.proposeMore)
  expect(lacking.at).toBe('additions')
  expect(createAfter(...wayTo.additions, commands.proposeMore, commands.confirm('additions')).at).toBe('critic_2')
})

test('an empty plan is not approved [K-02b]', () => {
  expect(create.decide(at('plan'), commands.approve)).toMatchObject({ code: 'TSQ-NO-CHECKS' })
  const emptied = createAfter(...wayTo.plan, commands.plan(), commands.plan([]))
  expect(create.decide(emptied, commands.approve)).toMatchObject({ code: 'TSQ-NO-CHECKS' })
})

test('a task outside the plan is refused [C-41]', () => {
  expect(create.decide(at('tasks'), commands.task('T-999', { type: 'start', doer: 'x' }))).toMatchObject({
    code: 'TSQ-UNKNOWN-NAME',
    data: { known: ['T-001', 'T-002'] },
  })
})

const reviewed = (id: string) => making.slice(0, 3).map(command => commands.task(id, command))

test('a file is accepted after the files that it needs [C-63]', () => {
  const both = [...wayTo.tasks, ...reviewed('T-001'), ...reviewed('T-002')]
  const accept = commands.task('T-002', { type: 'accept', by })
  expect(create.decide(createAfter(...both), accept)).toMatchObject({
    code: 'TSQ-TASK-WAITS',
    data: { task: 'T-002', needs: ['T-001'] },
  })
  const first = [...both, commands.task('T-001', { type: 'accept', by })]
  expect(createAfter(...first, accept).tasks['T-002' as TaskId]?.at).toBe('accepted')
})

test('a refusal of the task’s own machine carries the task’s name [C-67]', () => {
  const state = createAfter(...wayTo.tasks, ...reviewed('T-001'))
  expect(create.decide(state, commands.task('T-001', { type: 'abort', by }))).toMatchObject({
    code: 'TSQ-TASK-REASON',
    data: { task: 'T-001' },
  })
})

test('tasks are closed when every one is done, deferred or aborted [C-67]', () => {
  expect(create.decide(at('tasks'), commands.close)).toMatchObject({
    code: 'TSQ-TASK-WAITS',
    data: { needs: outlines.map(each => each.id) },
  })
  const left = outlines.map(each => commands.task(each.id, { type: 'abort', by: because }))
  expect(createAfter(...wayTo.tasks, ...left, commands.close).at).toBe('gate')
})

test('a gate that did not pass still leads to an honest report [C-81]', () => {
  const state = createAfter(...wayTo.gate, commands.gate(false), commands.report)
  expect(state).toMatchObject({ at: 'finished', gate: { passed: false } })
})
