import type { Manager } from './manager.ts'

/** A project's own environment. */
export interface Environment {
  /** The absolute folder of its programs. */
  readonly bin: string
  /** `3.11.7`. */
  readonly python: string
  /** Import name → distribution, of everything installed in it. */
  readonly distributions: Readonly<Record<string, string>>
  /** Installed versions: `ruff` → `0.17.3`. */
  readonly versions: Readonly<Record<string, string>>
}

/** What an environment is made from. */
export interface EnvironmentRequest {
  /** The folder that holds the project's packaging and lock file. */
  readonly project: string
  /** Where the environment lies. */
  readonly folder: string
  readonly python: string
  readonly manager: Manager
  /** Put every package there anew: what was changed in the environment by hand is gone. */
  readonly anew?: boolean
  /** The command that goes on when something is missing, for the error's words. */
  readonly again: string
}

/** An interpreter found on this machine. */
export interface Interpreter {
  /** Absolute. */
  readonly path: string
  /** `3.11.7`. */
  readonly version: string
}

/** Makes lock files and environments with the project's own manager. */
export interface Environments {
  /** The program that locks and makes environments, with its version; undefined when it is not on this machine. */
  manager(): Promise<string | undefined>
  /** Where that program is, for steps that a repository’s own manager needs; refuses where there is none. */
  program(): Promise<string>
  /** What an environment holds that lies there already. */
  installed(folder: string): Promise<Environment>
  /** The first interpreter that fits; refuses with TSQ-PYTHON-MISSING when there is none. `range` is for the words. */
  interpreter(range: string, fits: (version: string) => boolean): Promise<Interpreter>
  /** The text of the lock file for a packaging file. Kept by content: the same packaging on the same day is not resolved twice. */
  lock(request: {
    readonly packaging: string
    readonly file: string
    readonly python: string
    readonly manager: Manager
    readonly day: string
    readonly again: string
  }): Promise<string>
  /** Makes or refreshes the environment from the lock. */
  sync(request: EnvironmentRequest): Promise<Environment>
}
