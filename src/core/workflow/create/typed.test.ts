import { expect, test } from 'vitest'
import { commands, createAfter, wayTo } from '../../../../test/machine-commands.ts'
import { create } from './machine.ts'

test('what is refused is answered with what a person can type, in every stage [C-01]', () => {
  const lines = Object.values(wayTo).flatMap(way => {
    const state = createAfter(...way)
    const refused = create.decide(state, commands.begin)
    return 'data' in refused ? (refused.data as { readonly possible: readonly string[] }).possible : []
  })
  expect(new Set(lines.map(each => each.split(' ')[0]))).toEqual(new Set(['decide', 'next', 'plan', 'revise', 'task']))
})

test('a plan that is open is not opened again: what can be done with it is said [C-64]', () => {
  expect(create.decide(createAfter(...wayTo.finished, commands.reopenPlan), commands.reopenPlan)).toMatchObject({
    data: {
      at: 'plan',
      asked: 'revise plan',
      possible: ['plan edit', 'decide collisions', 'plan approve', 'revise STAGE'],
    },
  })
})
