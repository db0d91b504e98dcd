import { expect, test } from 'vitest'
import { decided, verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (decision: string, why?: string) => verdict(rule, view({ decisions: [{ topic: 'data', decision, why }] }))

test('a decision that says nothing is pointed out [C-31]', () => {
  for (const text of ['none', 'tbd', '.', 'later', 'to be decided']) expect(of(text)).toBe('remark')
})

test('a sentence, or a refusal with its reason, is a decision [C-31]', () => {
  expect(verdict(rule, view({ decisions: decided('data') }))).toBe('keep')
  expect(of('none', 'Nothing outlives the process.')).toBe('keep')
  expect(verdict(rule, view({ decisions: [] }))).toBe('keep')
})
