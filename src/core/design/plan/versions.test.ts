import { expect, test } from 'vitest'
import { isKnownDistribution, requirement } from './versions.ts'

test('a requirement allows patches and no breaking change; Ruff is pinned [C-73]', () => {
  expect(requirement('pytest').specifier).toMatch(/^>=\d+\.\d+,<\d+$/)
  expect(requirement('ruff').specifier).toMatch(/^==\d+\.\d+\.\d+$/)
})

test.each(['nobody-knows', 'toString', '__proto__'])('"%s" has no version, and is not invented [C-73]', name => {
  expect(isKnownDistribution(name)).toBe(false)
  expect(() => requirement(name)).toThrow('add it to plan/versions.ts')
})
