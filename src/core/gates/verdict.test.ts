import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { finding, validation } from '../../../test/machine-commands.ts'
import { ownPath } from '../../base/repo-path.ts'
import { failing, inFile, type Outcome, open, overall } from './verdict.ts'

test('a validation without a passing row is never acceptable [K-02b]', () => {
  expect(overall({ rows: [], findings: [] })).toBe('NEEDS REVISION')
  expect(overall(validation({ syntax: 'SKIPPED', style: 'SKIPPED' }))).toBe('NEEDS REVISION')
  expect(overall(validation({ syntax: 'PASS', style: 'SKIPPED' }))).toBe('ACCEPTABLE')
})

test.each(['FAIL', 'PARTIAL'] as const)('one row that is %s stands in the way [C-68]', outcome => {
  const one = validation({ syntax: 'PASS', contract: outcome })
  expect(failing(one, [])).toEqual(['contract'])
  expect(overall(one)).toBe('NEEDS REVISION')
})

test('a row whose findings were all dismissed no longer stands in the way [C-68]', () => {
  const one = validation({ syntax: 'PASS', security: 'FAIL' })
  const two = { ...one, findings: [...one.findings, finding('security', 'F-more')] }
  expect(failing(two, ['F-security'])).toEqual(['security'])
  expect(failing(two, ['F-security', 'F-more'])).toEqual([])
  expect(open(two.findings, ['F-security']).map(each => each.id)).toEqual(['F-more'])
})

test('a check that crashed has no finding to dismiss, and stays in the way [K-03]', () => {
  const crashed = { ...validation({ syntax: 'PASS', tests: 'FAIL' }), findings: [] }
  expect(failing(crashed, ['F-tests'])).toEqual(['tests'])
})

test('dismissing never makes more rows fail, and never without its own finding [C-68]', () => {
  const outcome = fc.constantFrom<Outcome>('PASS', 'FAIL', 'PARTIAL', 'SKIPPED')
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('syntax', 'style', 'security', 'tests'), outcome), rows => {
      const one = validation(rows)
      const all = one.findings.map(each => each.id)
      expect(failing(one, all)).toEqual([])
      expect(failing(one, ['F-else'])).toEqual(failing(one, []))
      expect(overall(one, all) === 'ACCEPTABLE').toBe(one.rows.some(row => row.outcome === 'PASS'))
    }),
  )
})

test('the findings of a file are its own', () => {
  const other = ownPath('src/other.py')
  expect(inFile([finding('style'), { ...finding('style'), path: other }], other)).toHaveLength(1)
})
