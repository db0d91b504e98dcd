import type { ManagerFacts, Names, PythonFacts } from '../core/design/world.ts'

/** What a manager must know of the design. */
export interface ManagerQuestion {
  readonly names: Names
  readonly python: PythonFacts
  readonly remote: string | undefined
  /** Whether the repository holds the lock file. */
  readonly locked: boolean
}

/** A dependency manager: what to type for each thing, and how it is run. */
export interface Manager {
  readonly id: string
  readonly title: string
  readonly program: string
  /** How a person installs the manager itself. */
  readonly howToInstall: string
  readonly facts: (question: ManagerQuestion) => ManagerFacts
  /** Arguments that make the lock file in the current folder. */
  readonly lock: readonly string[]
  /** Arguments that make `.venv` from the lock; `project` also installs the project itself. */
  readonly sync: (what: {
    readonly project: boolean
    readonly offline: boolean
    readonly python: string
    readonly anew: boolean
  }) => readonly string[]
}

/** Declares a dependency manager. */
export const manager = (unit: Manager): Manager => unit
