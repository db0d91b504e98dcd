import { expect, test } from 'vitest'
import { fits, minorsIn, pythonFacts, pythonSpecifier } from './python-range.ts'

test.each([
  ['3.11', '==3.11.*'],
  [' 3.10 ', '==3.10.*'],
  ['>=3.11', '>=3.11'],
  ['>= 3.11 , < 3.14', '>=3.11,<3.14'],
  ['~=3.12', '~=3.12'],
  ['==3.12.*', '==3.12.*'],
  ['!=3.12.1,>=3.11', '!=3.12.1,>=3.11'],
])('"%s" is read as %s [C-11]', (typed, specifier) => {
  expect(pythonSpecifier(typed)).toBe(specifier)
})

test.each([
  '',
  '3',
  '3.11.4',
  '^3.11',
  '>=3.11 <3.14',
  '>=3.11,',
  '=>3.11',
  '>=3.x',
  'abc',
  '>=3.11;evil',
  '>=3.11"\n',
])('"%s" is no specifier set [C-11]', typed => {
  expect(pythonSpecifier(typed)).toBeUndefined()
})

test.each([
  ['>=3.11', ['3.11', '3.12', '3.13', '3.14', '3.15']],
  ['>=3.11.4', ['3.11', '3.12', '3.13', '3.14', '3.15']],
  ['==3.12.*', ['3.12']],
  ['>=3.11,<3.14', ['3.11', '3.12', '3.13']],
  ['>=3.11,!=3.12.*', ['3.11', '3.13', '3.14', '3.15']],
  ['<3.11', []],
  ['>=4', []],
])('%s admits %j of the supported versions [C-11]', (specifier, minors) => {
  expect(minorsIn(specifier)).toEqual(minors)
  expect(pythonFacts(specifier)).toEqual({ range: specifier, minimum: minors[0] ?? '3.11', versions: minors })
})

test('versions that ended are named only when they are asked for', () => {
  expect(minorsIn('>=3.9,<3.12')).toEqual(['3.11'])
  expect(minorsIn('>=3.9,<3.12', 'all')).toEqual(['3.9', '3.10', '3.11'])
})

test('an interpreter fits by its full version', () => {
  expect([fits('>=3.11.4', '3.11.3'), fits('>=3.11.4', '3.11.4'), fits('<3.13', '3.13.0')]).toEqual([
    false,
    true,
    false,
  ])
})
