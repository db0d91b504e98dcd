import type { Confidence, Severity } from '../core/gates/finding.ts'

/** A place in a text that a rule complains about. */
export interface RuleHit {
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
  readonly message: string
}

/** Finds one kind of thing in a source text. Its page and its literate cases (`cases.md`) lie beside it. */
export interface Rule {
  readonly id: string
  /** Reads as "allow X". */
  readonly allows: string
  readonly what: string
  readonly why: string
  readonly fix: string
  readonly cwe: string
  readonly severity: Severity
  readonly confidence: Confidence
  readonly since: string
  readonly find: (text: string, path: string) => readonly RuleHit[]
}

/** Declares a rule. */
export const rule = (unit: Rule): Rule => unit
