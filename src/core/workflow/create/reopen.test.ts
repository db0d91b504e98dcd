import { expect, test } from 'vitest'
import { by, commands, createAfter, inTheWay, making, outlines, wayTo } from '../../../../test/machine-commands.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { create } from './machine.ts'
import { pending } from './pending.ts'
import { stands } from './reopen.ts'
import type { CreateCommand } from './types.ts'

const after = (...more: readonly CreateCommand[]) => createAfter(...wayTo.finished, ...more)
const asked = (...more: readonly CreateCommand[]) => pending(after(...more))
const again = [commands.reopen('architecture'), commands.confirm('architecture')]

test('the stage that is opened is asked about, whatever it held; what follows stands when nothing of it changed [C-04]', () => {
  expect(asked(commands.reopen('architecture'))).toEqual({ type: 'ask-confirm', stage: 'architecture' })
  expect(asked(...again)).toEqual({ type: 'review', checkpoint: 1 })
  expect(asked(...again, commands.review(1))).toEqual({ type: 'keep', what: 'critic_1' })
  const kept = [...again, commands.review(1), commands.keep('critic_1')]
  expect(asked(...kept)).toEqual({ type: 'propose' })
  expect(asked(...kept, commands.propose)).toEqual({ type: 'keep', what: 'structure' })
  const whole = [...kept, commands.propose, commands.keep('structure'), commands.keep('features'), commands.propose]
  expect(asked(...whole)).toEqual({ type: 'review', checkpoint: 2 })
  expect(asked(...whole, commands.review(2), commands.keep('critic_2'))).toEqual({ type: 'plan' })
})

test('the plan is opened alone: the design holds as it was decided, and what was made stays where the new plan has it [C-64] [C-04]', () => {
  const opened = after(commands.reopenPlan)
  expect(pending(opened)).toEqual({ type: 'plan' })
  expect(Object.keys(opened.confirmed)).toEqual(['intake', 'architecture', 'structure', 'features'])
  const approved = createAfter(
    ...wayTo.finished,
    commands.reopenPlan,
    commands.editPlan,
    commands.plan(),
    commands.approve,
  )
  expect(approved.plan.map(({ id }) => approved.tasks[id]?.at)).toEqual(outlines.map(() => 'done'))
  expect(isRefusal(create.decide(opened, commands.reopenPlan))).toBe(true)
})

test('what was decided on something else is asked about again [C-04]', () => {
  expect(asked(...again, commands.review(1, 22))).toEqual({ type: 'ask-review', checkpoint: 1 })
  const onwards = [...again, commands.review(1), commands.keep('critic_1')]
  const grown = { ...commands.propose, files: [...commands.propose.files, inTheWay.path] }
  expect(asked(...onwards, grown)).toEqual({ type: 'ask-confirm', stage: 'structure' })
})

test('a decision counts again under the name of whoever made it, and no command takes one that does not stand [C-02] [C-04]', () => {
  const state = after(...again, commands.review(1))
  expect(stands(state, 'critic_1')).toEqual(by)
  expect(create.decide(state, commands.keep('critic_1'))).toEqual([{ type: 'decision-kept', what: 'critic_1', by }])
  expect(isRefusal(create.decide(after(...again, commands.review(1, 22)), commands.keep('critic_1')))).toBe(true)
  expect(isRefusal(create.decide(state, commands.keep('structure')))).toBe(true)
})

test('whoever looks at a review anew has a new opinion of it [C-33]', () => {
  const clarified = asked(...again, commands.review(1), commands.clarify)
  expect(clarified).toEqual({ type: 'ask-review', checkpoint: 1 })
  const revised = [...again, commands.review(1), commands.revise('architecture'), commands.confirm('architecture')]
  expect(asked(...revised, commands.review(1))).toEqual({ type: 'ask-review', checkpoint: 1 })
})

test('a "proceed" of an earlier round does not carry the review of this one [C-02]', () => {
  const open = [...again, commands.review(1, 22), commands.reopen('intake')]
  const back = [...open, commands.confirm('intake'), commands.keep('architecture'), commands.review(1, 22)]
  expect(() => asked(...back)).not.toThrow()
  expect(asked(...back)).toEqual({ type: 'ask-review', checkpoint: 1 })
})

test('opened again while files are being made, accepted ones are remembered [C-04]', () => {
  const state = createAfter(
    ...wayTo.tasks,
    ...making.map(each => commands.task('T-001', each)),
    commands.reopen('features'),
  )
  expect(state.former?.plan).toEqual(outlines)
  expect(state.former?.tasks['T-001' as never]).toMatchObject({ at: 'done' })
})
