import type { RepoPath } from '../../base/repo-path.ts'
import type { CheckOutcome, Finding } from './finding.ts'
import { counts, outOfBounds, strict, type Threshold } from './gate.ts'
import type { Row, Validation } from './verdict.ts'
import { inFile } from './verdict.ts'

/** A check with what it said of the tree. */
export interface Checked {
  readonly check: string
  readonly title: string
  readonly outcome: CheckOutcome
  readonly receipt: string
  /** `true`, or why it says nothing of a file. */
  readonly appliesTo: (path: RepoPath) => true | string
}

const count = (number: number, thing: string): string => `${number} ${thing}${number === 1 ? '' : 's'}`

const told = (findings: readonly Finding[]): string => {
  const [first] = findings
  if (first === undefined) return ''
  const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : ''
  return `${first.rule}${first.line === undefined ? '' : ` at line ${first.line}`}: ${first.message}${more}`
}

/** What a passing row counts: a pass without a figure proves little. */
const passed = (checked: Checked, path: RepoPath): string => {
  const figures = checked.outcome.byFile?.[path]
  const tests = figures?.['tests_passed']
  return tests === undefined ? 'nothing found' : `${count(tests, 'test')} passed`
}

/** What was decided against is no lack: only what is missing keeps a gate from passing. */
const skipped = ({ how, reason }: NonNullable<CheckOutcome['unable']>): Pick<Row, 'outcome' | 'reason' | 'unable'> => ({
  outcome: 'SKIPPED',
  reason,
  ...(how === 'missing' && { unable: true }),
})

const rowOf = (checked: Checked, path: RepoPath, findings: readonly Finding[]): Row => {
  const base = { check: checked.check, title: checked.title }
  const applies = checked.appliesTo(path)
  const { unable } = checked.outcome
  // What is grave is told wherever it was found: a conftest.py that cannot be loaded holds no test of its own.
  const grave = findings.some(each => each.severity === 'high' || each.severity === 'critical')
  if (applies !== true && !grave) return { ...base, outcome: 'SKIPPED', reason: applies }
  if (unable !== undefined && unable.how !== 'crashed') return { ...base, ...skipped(unable) }
  if (unable !== undefined)
    return { ...base, outcome: 'FAIL', reason: `the check itself failed: ${unable.reason}`, receipt: checked.receipt }
  const hindered = findings.length === 0 ? checked.outcome.unjudged?.[path] : undefined
  if (hindered !== undefined)
    return { ...base, outcome: 'PARTIAL', reason: hindered, receipt: checked.receipt, waits: true }
  if (findings.length === 0)
    return { ...base, outcome: 'PASS', reason: passed(checked, path), receipt: checked.receipt }
  return {
    ...base,
    outcome: checked.outcome.partial?.includes(path) === true ? 'PARTIAL' : 'FAIL',
    reason: told(findings),
    receipt: checked.receipt,
  }
}

/** Whether a test file cannot be loaded for a fault of its own: it is not Python, imports what is in no requirement, or exits. */
const isToBlame = (checks: readonly Checked[], test: RepoPath): boolean =>
  checks.some(({ check, outcome }) =>
    inFile(outcome.findings, test).some(
      each =>
        check === 'syntax' ||
        (check === 'imports' && each.rule === 'undeclared') ||
        (check === 'tests' && each.rule === 'ends-the-run'),
    ),
  )

const notLoaded = ['collection-error', 'ends-the-run']

/**
 * The tests row of a source file speaks of the tests that were written for it: they are what proves it, and when they fail it is
 * not acceptable either. A test file with a fault of its own says nothing of what it tests, which waits until every such file ran.
 */
const provenBy = (
  tests: readonly RepoPath[],
  path: RepoPath,
  checked: Checked,
  checks: readonly Checked[],
): { readonly row: Row; readonly findings: readonly Finding[] } => {
  const { outcome } = checked
  const said = (test: RepoPath): readonly Finding[] => {
    const all = inFile(outcome.findings, test)
    return isToBlame(checks, test) ? all.filter(each => !notLoaded.includes(each.rule)) : all
  }
  const passedIn = (test: RepoPath): number => outcome.byFile?.[test]?.['tests_passed'] ?? 0
  const findings = [...inFile(outcome.findings, path), ...tests.flatMap(said)]
  const row = rowOf({ ...checked, appliesTo: () => true }, path, findings)
  // One of which nothing was executed, and no finding says why.
  const idle = tests.find(test => passedIn(test) === 0 && said(test).length === 0)
  if (idle !== undefined && findings.length > 0) return { row: { ...row, waits: true }, findings }
  if (idle !== undefined) {
    const faulty = isToBlame(checks, idle) ? `not run: pytest cannot load ${idle}, by a fault of its own` : undefined
    const reason = faulty ?? outcome.unjudged?.[idle] ?? `not run: no test of ${idle} was executed`
    return { row: { ...row, outcome: 'PARTIAL', reason, waits: true }, findings }
  }
  if (row.outcome !== 'PASS') return { row, findings }
  const ran = tests.reduce((sum, test) => sum + passedIn(test), 0)
  return { row: { ...row, reason: `${count(ran, 'test')} passed in ${tests.join(', ')}` }, findings }
}

/** The tests row of a file of which tests were planned that are not there: whoever accepts it should know that they did not run. */
const withLacking = (row: Row, lacking: readonly RepoPath[]): Row => {
  if (row.check !== 'tests' || row.unable === true || lacking.length === 0) return row
  const open = `${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} planned and not delivered`
  if (row.outcome === 'SKIPPED') return { ...row, reason: `not run: ${open}`, lacking }
  return { ...row, ...(row.outcome === 'PASS' && { reason: `${row.reason}; ${open}` }), lacking }
}

/** The validation of one file: `testsFor` are the test files that were written for it, `lacking` those that are still to come. */
export const validationOf = (
  path: RepoPath,
  checks: readonly Checked[],
  testsFor: readonly RepoPath[],
  lacking: readonly RepoPath[] = [],
): Validation => {
  const judged = checks.map(checked => {
    if (checked.check === 'tests' && testsFor.length > 0 && checked.outcome.unable === undefined) {
      const { row, findings } = provenBy(testsFor, path, checked, checks)
      return { row: withLacking(row, lacking), findings }
    }
    const findings = inFile(checked.outcome.findings, path)
    return { row: withLacking(rowOf(checked, path, findings), lacking), findings }
  })
  return { rows: judged.map(each => each.row), findings: judged.flatMap(each => each.findings) }
}

/**
 * One row per check over the whole tree: what a gate shows. A check that could not run fails a gate that needs it. `thresholds` says
 * what the gate bears of a check; nothing where it does not name it.
 */
export const gateRows = (
  checks: readonly Checked[],
  dismissed: readonly string[] = [],
  thresholds: ReadonlyMap<string, Threshold> = new Map(),
): readonly Row[] =>
  checks.map(({ check, title, outcome, receipt }): Row => {
    const threshold = thresholds.get(check) ?? strict
    const { unable } = outcome
    if (unable !== undefined && unable.how !== 'crashed') return { check, title, ...skipped(unable) }
    if (unable !== undefined)
      return { check, title, outcome: 'FAIL', reason: `the check itself failed: ${unable.reason}`, receipt }
    const open = outcome.findings.filter(each => !dismissed.includes(each.id) && counts(threshold, each.severity))
    const [first] = open
    const [bound] = outOfBounds(threshold, outcome.metrics)
    if (bound !== undefined) return { check, title, outcome: 'FAIL', reason: bound, receipt }
    const [hindered] = Object.entries(outcome.unjudged ?? {})
    if (first === undefined && hindered !== undefined)
      return { check, title, outcome: 'PARTIAL', reason: hindered.join(': '), receipt }
    if (first === undefined) return { check, title, outcome: 'PASS', reason: figuresOf(outcome), receipt }
    if (open.length <= threshold.findings)
      return {
        check,
        title,
        outcome: 'PASS',
        reason: `${count(open.length, 'finding')} of ${threshold.findings} allowed`,
        receipt,
      }
    return {
      check,
      title,
      outcome: 'FAIL',
      reason: `${count(open.length, 'finding')}; ${first.path}${first.line === undefined ? '' : `:${first.line}`} ${told([first])}`,
      receipt,
    }
  })

const shown: Readonly<Record<string, (value: number) => string>> = {
  files: value => count(value, 'file'),
  tests_passed: value => `${count(value, 'test')} passed`,
  coverage_percent: value => `coverage ${value.toFixed(1)} %`,
}

const figuresOf = ({ metrics }: CheckOutcome): string =>
  Object.entries(shown)
    .flatMap(([name, print]) => (metrics[name] === undefined ? [] : [print(metrics[name])]))
    .join(', ') || 'nothing found'

/** Whether a gate passes: every row does, none could not run, and there is at least one. */
export const gatePasses = (rows: readonly Row[]): boolean =>
  rows.length > 0 &&
  rows.every(row => row.outcome === 'PASS' || (row.outcome === 'SKIPPED' && row.unable !== true)) &&
  rows.some(row => row.outcome === 'PASS')
