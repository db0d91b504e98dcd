import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

test('a description that puts off loses, one that says something keeps [C-31]', () => {
  for (const description of ['tbd', '-', 'to be defined'])
    expect(verdict(rule, view({ intake: { description } }))).toBe('lose 2')
  for (const description of ['Checks things.', 'ORM', '比较两个表'])
    expect(verdict(rule, view({ intake: { description } }))).toBe('keep')
})
