import type { RepoPath } from '../../base/repo-path.ts'
import type { Finding } from './finding.ts'

/** The four results of one check on one file or gate. */
export type Outcome = 'PASS' | 'FAIL' | 'PARTIAL' | 'SKIPPED'

/** One row of the fixed validation table. */
export interface Row {
  readonly check: string
  readonly title: string
  readonly outcome: Outcome
  /** Why it failed or was skipped; what was counted when it passed. */
  readonly reason: string
  /** The receipt it stands on; none when it was skipped. */
  readonly receipt?: string
  /** Skipped because something is missing that the check needs, not because it does not apply. A gate that needs it fails. */
  readonly unable?: boolean
  /** Other files kept its tests from running: by no fault of this file, which is not acceptable before they ran. */
  readonly waits?: true
  /** Tests that were planned for the file and are not there: what they would have shown is not known. */
  readonly lacking?: readonly RepoPath[]
}

/** Rows that found something, or that ran in part. */
export const failedRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter(row => row.outcome === 'FAIL' || row.outcome === 'PARTIAL')

/** The validation of one file. */
export interface Validation {
  readonly rows: readonly Row[]
  readonly findings: readonly Finding[]
}

export type Overall = 'ACCEPTABLE' | 'NEEDS REVISION'

/** Findings that no dismissal covers. */
export const open = (findings: readonly Finding[], dismissed: readonly string[]): readonly Finding[] =>
  findings.filter(each => !dismissed.includes(each.id))

/** Whether a finding says that a key or a password stands in the file. Source: CWE-798, use of hard-coded credentials. */
export const isSecret = (finding: Finding): boolean => finding.check === 'security' && finding.cwe === 'CWE-798'

/** Whether a file holds what looks like a secret, and nobody judged it false. */
export const holdsSecret = (validation: Validation | undefined, dismissed: readonly string[]): boolean =>
  open(validation?.findings ?? [], dismissed).some(isSecret)

const openOf = (row: Row, validation: Validation, dismissed: readonly string[]): readonly Finding[] =>
  open(
    validation.findings.filter(each => each.check === row.check),
    dismissed,
  )

/**
 * Whether a row stands in the way; a failing row whose findings were all dismissed does not, unless something besides was never
 * run: no finding says what that would have shown.
 */
const blocks = (row: Row, validation: Validation, dismissed: readonly string[]): boolean => {
  if (row.outcome === 'PASS' || row.outcome === 'SKIPPED') return false
  if (row.waits === true || !validation.findings.some(each => each.check === row.check)) return true
  return openOf(row, validation, dismissed).length > 0
}

/** The checks of a validation that stand in the way of accepting the file. */
export const failing = (validation: Validation, dismissed: readonly string[]): readonly string[] =>
  validation.rows.filter(row => blocks(row, validation, dismissed)).map(row => row.check)

/** Whether only other files stand in the way of this one: whoever made it has nothing to do better. */
export const waitsForOthers = (validation: Validation, dismissed: readonly string[] = []): boolean => {
  const inTheWay = validation.rows.filter(row => blocks(row, validation, dismissed))
  return (
    inTheWay.length > 0 && inTheWay.every(row => row.waits === true && openOf(row, validation, dismissed).length === 0)
  )
}

/**
 * Whether the file may be accepted. A validation without a single passing row is never acceptable: nothing was checked.
 */
export const overall = (validation: Validation, dismissed: readonly string[] = []): Overall =>
  validation.rows.some(row => row.outcome === 'PASS') && failing(validation, dismissed).length === 0
    ? 'ACCEPTABLE'
    : 'NEEDS REVISION'

/** The findings that lie in one file. */
export const inFile = (findings: readonly Finding[], path: RepoPath): readonly Finding[] =>
  findings.filter(each => each.path === path)
