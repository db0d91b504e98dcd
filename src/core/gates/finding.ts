import type { RepoPath } from '../../base/repo-path.ts'

export type Severity = 'critical' | 'high' | 'medium' | 'low'
export type Confidence = 'high' | 'medium' | 'low'

/** One thing that a check found. */
export interface Finding {
  /** Stable: the same thing keeps it when its line moves. Made by {@link findingId}. */
  readonly id: string
  readonly check: string
  /** The rule: a Ruff code, a mypy code, or a name of ours. */
  readonly rule: string
  readonly path: RepoPath
  /** 1-based. */
  readonly line?: number
  /** 1-based. */
  readonly column?: number
  /** The function, class or test that it lies in, dotted. */
  readonly symbol?: string
  readonly message: string
  readonly severity: Severity
  readonly confidence?: Confidence
  /** `CWE-798`. */
  readonly cwe?: string
  readonly why?: string
  readonly fix?: string
}

/** What a check returned. Exactly one of findings or a failure of the check itself is the result; metrics are measured figures. */
export interface CheckOutcome {
  readonly findings: readonly Finding[]
  /** Measured figures: `tests_passed`, `coverage_percent`, `lines`. */
  readonly metrics: Readonly<Record<string, number>>
  /** The check could not do its work: `missing` a tool, or it `crashed`; or the design has no use for it (`unwanted`). Never a pass. */
  readonly unable?: { readonly how: 'missing' | 'crashed' | 'unwanted'; readonly reason: string }
  /** Figures per file, for the table of one task: `{'tests/test_x.py': {tests_passed: 3}}`. */
  readonly byFile?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Files that were asked about and could not be judged for another file's sake, each with the reason. Never a pass. */
  readonly unjudged?: Readonly<Record<string, string>>
  /** Files that were looked at but hold only part of what was asked (contract: some found, some missing). */
  readonly partial?: readonly RepoPath[]
}
