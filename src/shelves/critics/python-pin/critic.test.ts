import { expect, test } from 'vitest'
import { verdict, view } from '../../../../test/critic-views.ts'
import rule from './critic.ts'

const of = (python: string, purpose: 'library' | 'cli' = 'library') =>
  verdict(rule, view({ intake: { python, purpose } }))

test('a library pinned to one version loses, however it is written [C-30]', () => {
  for (const python of ['==3.12.*', '3.12', '>=3.12,<3.13', '==3.12.7']) expect(of(python)).toBe('lose 2')
})

test('a lower bound wins it back; a range that ends shuts out what comes [C-31]', () => {
  for (const python of ['>=3.12', '>=3.12,<4', '>=3.15']) expect(of(python)).toBe('keep')
  for (const python of ['>=3.11,<3.14', '<3.15']) expect(of(python)).toBe('remark')
})

test('a program may bring its own interpreter', () => {
  expect(of('==3.12.*', 'cli')).toBe('keep')
})

test.each([
  ['3.11', '>=3.11'],
  ['==3.13.*', '>=3.13'],
  ['==3.12.7', '>=3.12.7'],
  ['>=3.12,<3.14', '>=3.12'],
  ['>=3.11.4,<3.14', '>=3.11.4'],
  ['<3.15', '>=3.11'],
])('what it advises for %s keeps the versions that the range admits [C-30]', (python, advised) => {
  expect(rule.judge(view({ intake: { python, purpose: 'library' } }))).toMatchObject({
    winBack: `Give intake.python a lower bound only: "${advised}".`,
  })
})
