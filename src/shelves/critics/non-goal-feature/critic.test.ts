import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (goal: string, features: Parameters<typeof view>[0]) =>
  verdict(rule, view({ intake: { non_goals: ['payments', goal] }, ...features }))

test.each([
  ['an HTTP API', { api: 'fastapi' }],
  ['a web user interface', { ui: 'react' }],
  ['Documentation.', { docs: 'mkdocs' }],
  ['examples', { demo: 'minimal' }],
] as const)('%s beside %o is asked about [C-31]', (goal, features) => {
  expect(of(goal, { features })).toBe('remark')
  expect(of(goal, { features: { api: 'none', ui: 'none', docs: 'none', demo: 'none' } })).toBe('keep')
})

test('another kind of the same thing is no contradiction', () => {
  for (const goal of ['a GraphQL API', 'a documentation generator', 'example data', 'rendering user interfaces'])
    expect(of(goal, { features: { api: 'fastapi', ui: 'react', docs: 'mkdocs', demo: 'minimal' } })).toBe('keep')
})
