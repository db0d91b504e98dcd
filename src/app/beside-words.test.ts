import { expect, test } from 'vitest'
import { ownPath } from '../base/repo-path.ts'
import type { Beside } from './beside.ts'
import { groundsWords, standsOnFiles, withUnused } from './beside-words.ts'

const beside = (more: Partial<Beside>): Beside => ({
  texts: new Map(),
  bytes: new Map(),
  conftests: [],
  tooLarge: [],
  ...more,
})
const failing = {
  id: 'F-1',
  check: 'tests',
  rule: 'test-failed',
  path: ownPath('tests/unit/test_a.py'),
  message: 'test_a failed',
  severity: 'high' as const,
}
const checked = {
  check: 'tests',
  title: 'Tests',
  receipt: 'r',
  appliesTo: () => true as const,
  outcome: { findings: [failing], metrics: {} },
}
const told = (more: Partial<Beside>) => withUnused([checked], beside(more))[0]?.outcome.findings[0]

test('files in no plan are named up to ten, and then counted [C-80]', () => {
  expect(groundsWords([])).toBeUndefined()
  expect(groundsWords(['conftest.py'])).toContain('with a file that no plan names and nobody reviewed: conftest.py.')
  const many = Array.from({ length: 5000 }, (_, index) => `src/p/m${index}.py`)
  expect(groundsWords(many)).toMatch(/src\/p\/m9\.py and 4990 more\.$/)
})

test('a verdict stands on such files only where a check that loads them ran [C-80]', () => {
  const row = (check: string, outcome: 'PASS' | 'FAIL' | 'SKIPPED') => ({ check, title: check, outcome, reason: '' })
  expect(standsOnFiles([row('syntax', 'PASS'), row('types', 'SKIPPED'), row('tests', 'SKIPPED')])).toBe(false)
  expect(standsOnFiles([row('types', 'SKIPPED'), row('tests', 'FAIL')])).toBe(true)
  expect(standsOnFiles([row('types', 'PASS'), row('tests', 'SKIPPED')])).toBe(true)
})

test('a finding of the tests says what lay there and took no part; of another folder’s conftest.py it says nothing [C-68]', () => {
  expect(told({ tooLarge: [ownPath('tests/data/all.bin')] })?.message).toBe(
    'test_a failed (tests/data/all.bin: too large to be laid beside what is checked)',
  )
  const fixing = told({ conftests: [ownPath('tests/unit/conftest.py')] })
  expect(fixing?.fix).toContain('trysquare plan add tests/unit/conftest.py')
  expect(told({ conftests: [ownPath('tests/other/conftest.py')] })).toEqual(failing)
})
