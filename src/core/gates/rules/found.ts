import type { Fix, Suppression } from '../../../ports/rule.ts'
import type { Import } from '../../python/imports.ts'
import type { Finding } from '../finding.ts'
import type { Pack } from './packs.ts'

/** A finding of a rule: what every finding has, and what an editor or a page shows besides. */
export interface Found extends Finding {
  readonly pack: Pack
  /** Where it ends; 1-based, behind the last character. */
  readonly end?: { readonly line: number; readonly column: number }
  /** Ruff's own code, when the rule is one of Ruff's under our page. */
  readonly code?: string
  /** The line that is complained about, as far as a screen shows it. */
  readonly excerpt?: string
  /** The change that mends it. */
  readonly mend?: Fix
}

/** What was read off one file: plain data that can be kept by the file's content, its path and the rules. */
export interface Inspected {
  readonly path: string
  readonly found: readonly Found[]
  readonly suppressions: readonly Suppression[]
  /** What rules about the whole project collected, by rule. */
  readonly collected: Readonly<Record<string, unknown>>
  readonly imports: readonly Import[]
  readonly lines: number
  /** Of Python, the lines that hold more than blanks and a comment. */
  readonly code: number
}
