import { expect, test } from 'vitest'
import { commands, createAfter, making, passing, unsafe, unstyled, wayTo } from '../../../../test/machine-commands.ts'
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

/** What is answered to `task run` of a file that waits for its review. */
const toldOf = (validation: typeof passing, id: string) => {
  const made = ['T-001', 'T-002'].flatMap(each => [
    ...making.slice(0, 2).map(command => commands.task(each, command)),
    commands.task(each, { type: 'judge', validation }),
  ])
  const refused = create.decide(createAfter(...wayTo.tasks, ...made), commands.task(id, { type: 'start', doer: 'x' }))
  const data = 'data' in refused ? (refused.data as { readonly possible: readonly string[] }) : { possible: [] }
  return { ...data, possible: data.possible.toSorted() }
}

test('of a file it is said in a person’s words where it is, and nothing is called possible that would be refused [C-67] [Q-20]', () => {
  const told = (id: string, ...more: readonly string[]) => ({
    at: `${id}, which waits for a review`,
    asked: 'task run',
    possible: [...more, 'submit', 'modify', 'regenerate', 'defer', 'abort']
      .map(each => `task ${each} ${id}`)
      .toSorted(),
  })
  expect(toldOf(passing, 'T-001')).toEqual(told('T-001', 'accept'))
  // Another file has to be accepted before it.
  expect(toldOf(passing, 'T-002')).toEqual(told('T-002'))
  for (const failing of [unstyled, unsafe]) expect(toldOf(failing, 'T-001')).toEqual(told('T-001', 'dismiss'))
})
