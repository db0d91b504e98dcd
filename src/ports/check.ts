import type { RepoPath } from '../base/repo-path.ts'
import type { CheckOutcome } from '../core/gates/finding.ts'
import type { Grammar } from './grammar.ts'
import type { Base } from './history.ts'
import type { Ruff } from './ruff.ts'
import type { Rule } from './rule.ts'
import type { SecretScanner } from './secrets.ts'

/** What a check must know of the project it looks at. */
export interface ProjectFacts {
  readonly package: string
  /** Distribution names that `pyproject.toml` declares for users. */
  readonly requirements: readonly string[]
  /** Distribution names of its development groups. */
  readonly dev_requirements: readonly string[]
  /** Import names of installed distributions, when the environment told: `pydantic_settings` → `pydantic-settings`. */
  readonly distributions: Readonly<Record<string, string>>
  /** The lowest Python version of the range, `3.11`. */
  readonly python: string
  /** The stub that each file is held against. */
  readonly contracts: ReadonlyMap<RepoPath, string>
  /** Modules that a hard constraint of the design forbids, dotted. */
  readonly prohibited?: readonly string[]
  /** Coverage that the tests must reach, in percent. */
  readonly coverage: number
  /** The design says that there are no tests. */
  readonly untested: boolean
}

/** The tools that come with Trysquare. */
export interface EmbeddedTools {
  readonly grammar: Grammar
  readonly ruff: Ruff
  readonly secrets: SecretScanner
  /** The rules of the shelf. */
  readonly rules: readonly Rule[]
}

/** What a check is asked. */
export interface CheckRequest {
  /** Every text file that the check's `inputs` let through. */
  readonly files: ReadonlyMap<RepoPath, string>
  /** The whole tree's paths. */
  readonly tree: readonly RepoPath[]
  /** The files that are judged; findings elsewhere are still reported. */
  readonly focus: readonly RepoPath[]
  readonly project: ProjectFacts
  /** What the tree is compared with, where that was named. */
  readonly base?: Base
}

/** A tool's command: data, so that one effect runs them all and writes the receipts. */
export interface ToolCommand {
  /** A program of the environment's own `bin`: `python`, `ruff`, `mypy`. */
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Files written into the scratch folder before; `{scratch}` in args and env stands for that folder. */
  readonly scratch?: Readonly<Record<string, string>>
  /** Files copied into the scratch folder before; their sources lie below `src/shelves/checks`: `{'probe.py': 'tests/plugin/probe.py'}`. */
  readonly scratchFrom?: Readonly<Record<string, string>>
  /** Files of the scratch folder to read afterwards. */
  readonly collect?: readonly string[]
  readonly timeoutSeconds: number
}

/** What a tool left behind. */
export interface ToolOutcome {
  readonly exit: number | undefined
  readonly timedOut: boolean
  readonly stdout: string
  readonly stderr: string
  readonly collected: Readonly<Record<string, string | undefined>>
}

/** A fault that a check must catch, as it is planted in a scratch copy of a project. */
export interface Fault {
  /** What is planted, in a few words: `a function that returns text where it promises a number`. */
  readonly is: string
  /** Whole files to add or replace. */
  readonly files: Readonly<Record<string, string>>
  /** Interfaces that are asked for besides: `{'src/shop/planted.py': 'def go() -> int: ...'}`. */
  readonly contracts?: Readonly<Record<string, string>>
  /** The same files as a base revision had them, for a check that compares. */
  readonly base?: Readonly<Record<string, string>>
  /** The rule by which it must be found; any of the check's where it is left out. */
  readonly rule?: string
  /** The file in which it must be found; the first of `files` where it is left out. */
  readonly path?: string
}

/** Looks at the tree and returns findings. */
export interface Check {
  readonly id: string
  /** The row of the validation table. */
  readonly title: string
  readonly version?: number
  /** What it catches, one sentence, for `trysquare explain`. */
  readonly what: string
  /** What is said of one of its rules, for `trysquare explain`; undefined when the rule is not its own. */
  readonly explains?: (rule: string) => readonly (readonly [label: string, text: string])[] | undefined
  /** The place in the table, and in a gate. */
  readonly order: number
  /** What it must catch in such a project, to prove that it can fail; `planted` is a module name that nothing there has. */
  readonly faults: (project: Pick<ProjectFacts, 'package'> & { readonly planted: string }) => readonly Fault[]
  /** It compares the tree with a base, and takes no part where none was named. */
  readonly compares?: true
  /** It looks once at the whole, at a gate, and not at each file that is handed in. */
  readonly atGate?: true
  /** Which files its result depends on: they make the hash of a receipt's inputs. */
  readonly inputs: (path: RepoPath) => boolean
  /** `true`, or the reason why the check says nothing about this file. */
  readonly appliesTo: (path: RepoPath, request: Pick<CheckRequest, 'project'>) => true | string
  /** Why the project has no use for this check: what the design decided against is not missing. Then nothing is run. */
  readonly unwanted?: (request: Pick<CheckRequest, 'project' | 'tree'>) => string | undefined
  /** In our own process. `always`: also when the tool runs; `embedded`: only when there is no environment. */
  readonly inside?: {
    readonly when: 'always' | 'embedded'
    readonly inspect: (request: CheckRequest, tools: EmbeddedTools) => Promise<CheckOutcome> | CheckOutcome
  }
  /** With the project's own environment. */
  readonly tool?: {
    readonly command: (request: CheckRequest, nonce: string) => ToolCommand
    readonly read: (outcome: ToolOutcome, request: CheckRequest, nonce: string) => CheckOutcome
  }
}

/** Declares a check. */
export const check = (unit: Check): Check => unit
