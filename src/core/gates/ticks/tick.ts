/** Something of a repository that a sentence names. */
export type Reference =
  /** A file or a folder. */
  | { readonly kind: 'path'; readonly text: string; readonly path: string }
  /** One test: `tests/test_a.py::TestB::test_c`. */
  | { readonly kind: 'test'; readonly text: string; readonly path: string; readonly name: string }
  /** A function, class or method, dotted. */
  | { readonly kind: 'symbol'; readonly text: string; readonly name: string }

/** An item of a check list that is marked as done: `- [x] …`. */
export interface Tick {
  readonly path: string
  /** 1-based. */
  readonly line: number
  /** Its words, without what hangs below it. */
  readonly text: string
  /** The headings above it, the outermost first. */
  readonly headings: readonly string[]
  /** `gone`: it says that something was taken away. */
  readonly wants: 'there' | 'gone'
  readonly references: readonly Reference[]
}
