import { expect, test } from 'vitest'
import { entropyOf, isFixturePath, isKnownNoise, isPlaceholder, namesASecret } from './credential.ts'

test.for(['password', 'DB_PASSWORD', 'dbPassword', 'api_key', 'apiKey', 'auth-token', 'client_secret'])(
  '%s holds a secret',
  name => {
    expect(namesASecret(name)).toBe(true)
  },
)

test.for([
  'tokenizer',
  'token_type',
  'TOKEN_PREFIX',
  'password_hint',
  'author',
  'passenger',
  'secretary',
  'keyboard',
  'token_url',
])('%s holds no secret [K-16a]', name => {
  expect(namesASecret(name)).toBe(false)
})

test.for([
  'changeme',
  '<your-key>',
  'example-123',
  'xxxx-xxxx',
  '',
  '${TOKEN}',
  '{{ token }}',
  '${{ secrets.KEY }}',
  '$API_KEY',
  '{token}',
  '%(token)s',
  'your_token',
])('"%s" only stands for a secret [K-16]', value => {
  expect(isPlaceholder(value)).toBe(true)
})

test.for(['9fK2mQ8xL4vT7zR1', 'hunter2-Zq', '$q9aK3jfL2mX8vT7z', '${q9aK3jfL2mX8vT7z}', '%q9aK3jfL2mX8vT7z'])(
  '"%s" may be a secret [K-16]',
  value => {
    expect(isPlaceholder(value)).toBe(false)
  },
)

test('entropy rises with variety', () => {
  expect(entropyOf('aaaa')).toBe(0)
  expect(entropyOf('abcd')).toBe(2)
  expect(entropyOf('')).toBe(0)
})

test.for([
  ['token_type', 'bearer'],
  ['token', 'none'],
  ['token', ''],
  ['TOKEN_PREFIX', 'tsq_live_8f2K'],
  ['revision', '1975ea83b712'],
] as const)('%s with "%s" is known noise [K-16a]', ([name, value]) => {
  expect(isKnownNoise(name, value)).toBe(true)
})

test('a real key is no noise, nor is one that cannot be read [K-16]', () => {
  expect(isKnownNoise('password', '9fK2mQ8xL4vT7zR1')).toBe(false)
  expect(isKnownNoise('password', undefined)).toBe(false)
})

test('made-up secrets belong to tests [K-16a]', () => {
  expect(isFixturePath('tests/conftest.py')).toBe(true)
  expect(isFixturePath('src/a.py')).toBe(false)
})
