/** A secret that was found: where, and which rule says so. Never the secret itself. */
export interface SecretHit {
  readonly rule: string
  /** 1-based. */
  readonly line: number
  /** 1-based. */
  readonly column: number
  readonly message: string
}

/** Finds known shapes of secrets in any text. */
export interface SecretScanner {
  scan(path: string, text: string): Promise<readonly SecretHit[]>
}
