import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (...decisions: readonly (readonly [string, string])[]) =>
  verdict(rule, view({ decisions: decisions.map(([topic, decision]) => ({ topic, decision })) }))

test('two texts on one topic are asked about, whatever the topic is called [C-31]', () => {
  expect(of(['versioning', 'Semantic versions.'], ['semver', 'By the date of release.'])).toBe('remark')
  expect(of(['versioning', 'Semantic versions.'], ['security', 'By the date of release.'])).toBe('keep')
  expect(of(['versioning', 'Semantic versions.'], ['Versioning', 'semantic versions'])).toBe('keep')
})
