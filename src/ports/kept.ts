/** Results that can be worked out again at any time, kept by a key that names all that they follow from. */
export interface Kept {
  /** The texts under these keys, as far as they are kept. */
  find(keys: readonly string[]): ReadonlyMap<string, string>
  keep(entries: ReadonlyMap<string, string>): void
  close(): void
}
