import type { SubPromptFacts } from './facts.ts'

/** What a sub-prompt says of one kind of file; every function returns whole lines. */
export interface Kind {
  readonly language: (facts: SubPromptFacts) => readonly string[]
  readonly constraints: (facts: SubPromptFacts) => readonly string[]
  /** When the task has no stub. */
  readonly api: (facts: SubPromptFacts) => readonly string[]
  readonly implementation: (facts: SubPromptFacts) => readonly string[]
  readonly testing: (facts: SubPromptFacts) => readonly string[]
  /** When the task brings no example. */
  readonly usage: (facts: SubPromptFacts) => readonly string[]
  /** What the delivered text is: `one Python file`. */
  readonly output: string
}
