import { expect, test } from 'vitest'
import { nearest } from './fields.ts'

test.each([
  ['loging', ['logging', 'errors'], 'logging'],
  ['valdator', ['validator', 'pipeline'], 'validator'],
  [
    'schema_guard/validator.py',
    ['src/schema_guard/config.py', 'src/schema_guard/validator.py'],
    'src/schema_guard/validator.py',
  ],
  ['src/schema_guard/other.py', ['src/schema_guard/config.py', 'src/schema_guard/validator.py'], undefined],
  ['poetry', ['uv'], undefined],
  ['anything', [], undefined],
] as const)('%j of %j: %j [Q-20]', (typed, known, expected) => {
  expect(nearest(typed, known)).toBe(expected)
})
