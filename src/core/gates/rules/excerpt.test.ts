import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, secretLines } from './excerpt.ts'

test('a line with a secret shows its name and nothing else [K-16, Q-06]', () => {
  expect(excerptOf('API_KEY = "9fK2mQ8xL4vT7zR1"', true)).toBe('API_KEY = ***')
  expect(excerptOf('  password: h8Qz41pLxw0R\r', true)).toBe('password: ***')
  expect(excerptOf('postgresql://app:h8Qz41pLxw0R@db/app', true)).toBe('postgresql: ***')
  expect(excerptOf('ghp_16C7e42F292c6912E7710c838347Ae178B4a', true)).toBe('***')
})

test('whatever the secret is, and wherever it stands, it is not shown [K-16, Q-06]', () => {
  const unit = constantFrom('a', 'k', 'Q', 'Z', '0', '7', '9', '+', '/', '_', '-', '.')
  const secret = string({ unit, minLength: 12, maxLength: 60 }).filter(each => /\d/.test(each))
  const around = constantFrom('', 'x = ', 'token: ', '# ', 'connect(password=', '{"key": ', '"', "'")
  assert(
    property(around, secret, around, (before, word, after) => {
      expect(excerptOf(`${before}${word}${after}`, true)).not.toContain(word)
    }),
  )
})

test('quoted texts on a line about secrets are covered although nobody looked for any [Q-06]', () => {
  expect(excerptOf('requests.get(url, auth=("me", "h8Qz41pLxw0R"))', false)).toBe(
    'requests.get(url, auth=("me", "***"))',
  )
  expect(excerptOf('title = "An ordinary title"', false)).toBe('title = "An ordinary title"')
})

test('the lines of secrets are those that any rule or scanner names', () => {
  const secrets = [{ rule: 'aws', line: 7, column: 1, message: 'm' }]
  expect([
    ...secretLines(
      [
        { cwe: 'CWE-798', line: 3 },
        { cwe: 'CWE-89', line: 4 },
      ],
      secrets,
    ),
  ]).toEqual([3, 7])
})
