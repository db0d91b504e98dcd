/** Ruff's settings as `[tool.ruff]` writes them. */
export type RuffSettings = Readonly<Record<string, unknown>>

/** A place in a file, both 1-based. */
export interface RuffPlace {
  readonly row: number
  readonly column: number
}

/** One diagnostic of Ruff. */
export interface RuffDiagnostic {
  readonly code: string | null
  readonly message: string
  readonly start: RuffPlace
  readonly end: RuffPlace
  readonly fix: {
    readonly message: string | null
    readonly edits: readonly { readonly content: string; readonly start: RuffPlace; readonly end: RuffPlace }[]
  } | null
}

/** The Ruff that comes with Trysquare (WebAssembly). It knows no paths: rules that need one are missing. */
export interface Ruff {
  readonly version: string
  check(source: string, settings: RuffSettings): readonly RuffDiagnostic[]
  /** Throws on a syntax error. */
  format(source: string, settings: RuffSettings): string
}
