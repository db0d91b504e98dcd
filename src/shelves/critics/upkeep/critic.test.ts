import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const features = { demo: 'none' } as const
const parts = (count: number) => Array.from({ length: count }, () => ({}))
const one = { team_size: 1 }

test('more than five things for each person lose a point, more than ten two [C-32]', () => {
  expect(verdict(rule, view({ components: parts(6), features, project: one }))).toBe('lose 1')
  expect(verdict(rule, view({ components: parts(11), features, project: one }))).toBe('lose 2')
})

test('fewer things or more people win it back, a decision on support a point of it [C-31]', () => {
  expect(verdict(rule, view({ components: parts(5), features, project: one }))).toBe('keep')
  expect(verdict(rule, view({ components: parts(6), features, project: { team_size: 2 } }))).toBe('keep')
  expect(verdict(rule, view({ components: parts(6), features, project: one, decisions: decided('support') }))).toBe(
    'remark',
  )
  expect(verdict(rule, view({ components: parts(11), features, project: one, decisions: decided('support') }))).toBe(
    'lose 1',
  )
})

test('features and translations count; an unknown team is asked for when there is much to do', () => {
  const many = { demo: 'minimal', docs: 'mkdocs', api: 'fastapi', readme_languages: ['de', 'zh'] } as const
  expect(verdict(rule, view({ features: many, project: one }))).toBe('lose 1')
  expect(verdict(rule, view({ features: many }))).toBe('keep')
  expect(verdict(rule, view({ features: many, components: parts(6) }))).toBe('remark')
})
