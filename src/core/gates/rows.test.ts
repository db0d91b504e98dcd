import { expect, test } from 'vitest'
import { finding, path } from '../../../test/machine-commands.ts'
import { ownPath, type RepoPath } from '../../base/repo-path.ts'
import type { CheckOutcome, Finding } from './finding.ts'
import { type Checked, gatePasses, gateRows, validationOf } from './rows.ts'
import { overall, waitsForOthers } from './verdict.ts'

const clean: CheckOutcome = { findings: [], metrics: {} }
const missing: CheckOutcome = { ...clean, unable: { how: 'missing', reason: 'not installed, install with uv' } }
const crashed: CheckOutcome = { ...clean, unable: { how: 'crashed', reason: 'it was killed' } }
const checked = (check: string, outcome: Partial<CheckOutcome> = {}, applies: true | string = true): Checked => ({
  check,
  title: check,
  outcome: { ...clean, ...outcome },
  receipt: `${check}-receipt`,
  appliesTo: () => applies,
})
const testFile = ownPath('tests/test_check.py')

test('a gate without rows, or with skipped rows only, never passes [K-02b]', () => {
  expect(gatePasses([])).toBe(false)
  expect(gatePasses([{ check: 'a', title: 'a', outcome: 'SKIPPED', reason: 'no file' }])).toBe(false)
})

test('a failing, a missing and a crashed tool are three results, and none of them passes a gate [K-03]', () => {
  const rows = gateRows([
    checked('style', { findings: [finding('style')] }),
    checked('types', missing),
    checked('tests', crashed),
    checked('syntax', { metrics: { files: 3 } }),
  ])
  expect(rows.map(row => [row.outcome, row.unable === true])).toEqual([
    ['FAIL', false],
    ['SKIPPED', true],
    ['FAIL', false],
    ['PASS', false],
  ])
  expect(rows[2]?.reason).toContain('the check itself failed')
  for (const row of rows.slice(0, 3)) expect(gatePasses([row, rows[3]!])).toBe(false)
  expect(gatePasses([rows[3]!])).toBe(true)
})

test('what the design decided against is skipped with that reason, and is no lack [K-03]', () => {
  const reason = 'not chosen: the design says `testing: none`'
  const unwanted = checked('tests', { unable: { how: 'unwanted', reason } })
  expect(gateRows([unwanted])).toEqual([{ check: 'tests', title: 'tests', outcome: 'SKIPPED', reason }])
  expect(validationOf(path, [unwanted], []).rows).toEqual([
    { check: 'tests', title: 'tests', outcome: 'SKIPPED', reason },
  ])
  expect(gatePasses(gateRows([unwanted, checked('syntax')]))).toBe(true)
  expect(gatePasses(gateRows([unwanted]))).toBe(false)
})

test('what was skipped for a missing tool has no receipt to stand on [K-02]', () => {
  expect(gateRows([checked('types', missing)])[0]).not.toHaveProperty('receipt')
  expect(gateRows([checked('types')])[0]?.receipt).toBe('types-receipt')
})

test('a gate passes over findings that were dismissed, each by its name, and over no others [C-68]', () => {
  const two = [checked('security', { findings: [finding('security'), finding('security', 'F-more')] })]
  expect(gatePasses(gateRows(two))).toBe(false)
  expect(gateRows(two, ['F-security'])[0]?.reason).toMatch(/^1 finding;/)
  expect(gatePasses(gateRows(two, ['F-security', 'F-more']))).toBe(true)
})

test('a passing row says what was counted [C-80]', () => {
  const metrics = { files: 1, tests_passed: 2, coverage_percent: 81.25 }
  expect(gateRows([checked('tests', { metrics })])[0]?.reason).toBe('1 file, 2 tests passed, coverage 81.3 %')
})

test('each check has one row for a file, with its own findings only [C-68]', () => {
  const elsewhere = { ...finding('style'), path: ownPath('src/other.py') }
  const { rows, findings } = validationOf(
    path,
    [
      checked('syntax'),
      checked('style', { findings: [elsewhere] }),
      checked('security', { findings: [finding('security'), finding('security', 'F-2')] }),
      checked('contract', { findings: [finding('contract')], partial: [path] }),
      checked('types', missing),
      checked('imports', crashed),
      checked('wiring', {}, 'not Python'),
    ],
    [],
  )
  expect(rows.map(row => [row.check, row.outcome])).toEqual([
    ['syntax', 'PASS'],
    ['style', 'PASS'],
    ['security', 'FAIL'],
    ['contract', 'PARTIAL'],
    ['types', 'SKIPPED'],
    ['imports', 'FAIL'],
    ['wiring', 'SKIPPED'],
  ])
  expect(rows[2]?.reason).toContain('(and 1 more)')
  expect(rows[6]?.reason).toBe('not Python')
  expect(findings.map(each => each.id)).toEqual(['F-security', 'F-2', 'F-contract'])
})

test('a file whose tests another one kept from running waits with that reason, and is not acceptable [C-67] [C-68] [K-15]', () => {
  const hindered = checked('tests', { unjudged: { [testFile]: 'not run: pytest could not load tests/conftest.py' } })
  for (const file of [testFile, path]) {
    const validation = validationOf(file, [checked('syntax'), hindered], file === path ? [testFile] : [])
    expect(validation.rows[1]).toEqual({
      check: 'tests',
      title: 'tests',
      outcome: 'PARTIAL',
      reason: 'not run: pytest could not load tests/conftest.py',
      receipt: 'tests-receipt',
      waits: true,
    })
    expect([overall(validation), waitsForOthers(validation)]).toEqual(['NEEDS REVISION', true])
  }
})

test.each([
  ['is not Python', { ...finding('syntax'), path: testFile }, 'PARTIAL'],
  ['imports what nobody declared', { ...finding('imports'), rule: 'undeclared', path: testFile }, 'PARTIAL'],
  ['would end the run', { ...finding('tests'), rule: 'ends-the-run', path: testFile }, 'PARTIAL'],
  ['misses a name in what it tests', { ...finding('types'), path: testFile }, 'FAIL'],
])(
  'a test file that %s is to blame itself or not: what it tests waits for it or is at fault, and passes in no case [C-67] [C-68] [K-15]',
  (_, fault, outcome) => {
    const broken = [
      checked('syntax', fault.check === 'syntax' ? { findings: [fault] } : {}),
      ...(['imports', 'types'].includes(fault.check) ? [checked(fault.check, { findings: [fault] })] : []),
      checked('tests', {
        findings: [fault.check === 'tests' ? fault : { ...finding('tests'), rule: 'collection-error', path: testFile }],
      }),
    ]
    const validation = validationOf(path, broken, [testFile])
    expect(validation.findings.length > 0).toBe(outcome === 'FAIL')
    expect([overall(validation), waitsForOthers(validation)]).toEqual(['NEEDS REVISION', outcome === 'PARTIAL'])
    expect([validation.rows.at(0)?.outcome, validation.rows.at(-1)?.outcome]).toEqual(['PASS', outcome])
    const own = validationOf(testFile, broken, [])
    expect([overall(own), waitsForOthers(own), own.rows.at(-1)?.outcome]).toEqual(['NEEDS REVISION', false, 'FAIL'])
  },
)

test('each test file of a source must run: what passes in one does not stand for another [C-67] [K-15]', () => {
  const other = ownPath('tests/test_flow.py')
  const of = (findings: readonly Finding[], passed: Readonly<Record<string, number>>) =>
    validationOf(
      path,
      [
        checked('imports', { findings: [{ ...finding('imports'), rule: 'undeclared', path: other }] }),
        checked('tests', {
          findings: [{ ...finding('tests'), rule: 'collection-error', path: other }, ...findings],
          byFile: Object.fromEntries(Object.entries(passed).map(([file, count]) => [file, { tests_passed: count }])),
        }),
      ],
      [testFile, other],
    )
  const held = of([], { [testFile]: 3 })
  expect(held.rows[1]).toMatchObject({
    outcome: 'PARTIAL',
    reason: 'not run: pytest cannot load tests/test_flow.py, by a fault of its own',
  })
  expect(waitsForOthers(held)).toBe(true)
  // A failure of its own is its own, and judged false it leaves what never ran.
  const failed = of([{ ...finding('tests'), path: testFile }], { [testFile]: 2 })
  expect([failed.rows[1]?.outcome, waitsForOthers(failed), waitsForOthers(failed, ['F-tests'])]).toEqual([
    'FAIL',
    false,
    true,
  ])
  expect(overall(failed, ['F-tests'])).toBe('NEEDS REVISION')
})

test('a grave finding in a file that a check says nothing of otherwise is no skip [C-68]', () => {
  const grave = { ...finding('tests'), severity: 'high' as const }
  expect(validationOf(path, [checked('tests', { findings: [grave] }, 'no test')], []).rows[0]?.outcome).toBe('FAIL')
})

test('a source file’s tests row speaks of the tests that prove it, failing ones included [C-68] [K-15]', () => {
  const failed = { ...finding('tests'), path: testFile }
  const of = (outcome: Partial<CheckOutcome>) =>
    validationOf(path, [checked('tests', outcome, 'not a test')], [testFile])
  expect(of({ byFile: { [testFile]: { tests_passed: 3 } } }).rows[0]).toMatchObject({
    outcome: 'PASS',
    reason: '3 tests passed in tests/test_check.py',
  })
  expect(of({ findings: [failed] }).rows[0]?.outcome).toBe('FAIL')
  expect(of({ findings: [failed] }).findings).toEqual([failed])
})

test('no test that ran is no pass [K-15] [K-02b]', () => {
  const of = (tests: readonly RepoPath[]) => validationOf(path, [checked('tests', {}, 'not a test')], tests).rows[0]
  expect(of([testFile])).toMatchObject({
    outcome: 'PARTIAL',
    reason: 'not run: no test of tests/test_check.py was executed',
  })
  expect(of([])).toMatchObject({ outcome: 'SKIPPED', reason: 'not a test' })
})

test('tests that are planned and not delivered are named where the file is reviewed [K-15] [C-68]', () => {
  const later = ownPath('tests/test_check_integration.py')
  const of = (there: readonly RepoPath[], lacking: readonly RepoPath[]) =>
    validationOf(
      path,
      [checked('tests', { byFile: { [testFile]: { tests_passed: 2 } } }, 'not a test')],
      there,
      lacking,
    ).rows[0]
  expect(of([], [testFile])).toMatchObject({
    outcome: 'SKIPPED',
    reason: 'not run: tests/test_check.py is planned and not delivered',
  })
  expect(of([testFile], [later])).toMatchObject({
    outcome: 'PASS',
    reason: `2 tests passed in ${testFile}; ${later} is planned and not delivered`,
  })
  expect(of([], [testFile, later])?.reason).toBe(`not run: ${testFile}, ${later} are planned and not delivered`)
  // What cannot run for another reason says that one.
  expect(validationOf(path, [checked('tests', missing)], [], [testFile]).rows[0]?.reason).toContain('not installed')
})

test('a gate does not pass over files that a check could not judge [K-02b]', () => {
  const rows = gateRows([
    checked('syntax'),
    checked('proof', { unjudged: { 'tests/test_a.py': 'not run: it cannot be loaded' } }),
  ])
  expect(rows[1]).toMatchObject({ outcome: 'PARTIAL', reason: 'tests/test_a.py: not run: it cannot be loaded' })
  expect(gatePasses(rows)).toBe(false)
})
