import { expect, test } from 'vitest'
import { masked } from './mask.ts'

test.each([
  ['a token of GitHub', `failed with ghp_${'a1B2'.repeat(9)}`],
  ['an id of AWS', 'key AKIAIOSFODNN7EXAMPLF is wrong'],
  ['a password in an address', 'cannot reach https://ada:hunter2secret@example.org/simple'],
  ['a web token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'],
  ['a value behind a telling name', `assert settings.api_key == 'x'; api_key='q8fj2-aaww-77'`],
])('%s never leaves a tool’s output [Q-06]', (_, text) => {
  const covered = masked(text)
  expect(covered).toContain('***')
  expect(covered).not.toMatch(/a1B2a1B2|IOSFODNN|hunter2secret|c2lnbmF0dXJl|q8fj2/)
})

test('what is not a secret stays as it is [Q-06]', () => {
  const text = 'E501 at line 10: Line too long; see https://docs.astral.sh/ruff (token_type is "bearer")'
  expect(masked(text)).toBe(text)
})
