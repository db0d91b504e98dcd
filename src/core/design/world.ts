import type { RepoPath } from '../../base/repo-path.ts'
import type { Architecture, Component, Decision, Features, Intake, Project } from './answers/types.ts'

/** The names that follow from the intake. */
export interface Names {
  /** `schema_guard`: what is imported. */
  readonly package: string
  /** `SchemaGuard`: the beginning of class names. */
  readonly pascal: string
  /** `schema-guard`: what is installed (PEP 503 normalised). */
  readonly distribution: string
  /** `schema-guard`: the folder. */
  readonly repository: string
  /** `SCHEMA_GUARD_`: the beginning of environment variables. */
  readonly env_prefix: string
  /** `Schema Guard`: the README's title. */
  readonly title: string
}

/** What the Python range means. */
export interface PythonFacts {
  /** The specifier set, as `requires-python` writes it. */
  readonly range: string
  /** The lowest minor version in the range, `3.11`. */
  readonly minimum: string
  /** The released minor versions in the range, lowest first. */
  readonly versions: readonly string[]
}

/** What a drawn tree says; empty lists when the template decides. */
export interface DrawnTree {
  readonly drawn: boolean
  readonly files: readonly RepoPath[]
}

/** What a unit may declare as `reads`: answers and names, known before anything is planned. */
export interface Early {
  readonly intake: Intake
  readonly project: Project
  readonly architecture: Architecture
  readonly decisions: readonly Decision[]
  readonly components: readonly Component[]
  readonly features: Features
  readonly names: Names
  readonly python: PythonFacts
  readonly structure: DrawnTree
  readonly date: string
  readonly git: boolean
}

/** One file of the plan, as others see it. */
export interface PlannedFile {
  /** The unit that makes it: `logging`, `validator.source`. */
  readonly role: string
  readonly path: RepoPath
  readonly purpose: string
  /** The component it belongs to. */
  readonly component?: string
}

/** A requirement of the project: a distribution and the versions that fit, `structlog>=26.1,<27`. */
export interface Requirement {
  readonly distribution: string
  readonly specifier: string
}

/** Names that a module offers to the package's users. */
export interface Export {
  /** The dotted module: `schema_guard.validator`. */
  readonly module: string
  readonly names: readonly string[]
}

/** One environment variable that the project reads. */
export interface EnvironmentVariable {
  readonly name: string
  /** The Python field or key it fills. */
  readonly field: string
  readonly type: string
  readonly default: string
  readonly meaning: string
  /** A place on the disk, or where another service is; without it the settings themselves know what it is. */
  readonly kind?: 'path' | 'address'
}

/** A resource that the application serves. */
export interface Served {
  readonly component: string
  readonly pascal: string
  /** The name of its routes' module: `orders`. */
  readonly plural: string
  /** The part of its address behind the version: `order-lines`. */
  readonly address: string
  readonly storage: 'memory' | 'sqlite'
  readonly operations: readonly string[]
  /** One of it as the JSON of a request; none where a field asks for what nobody shows in a document. */
  readonly sample?: string
}

/** A subcommand of the program for the terminal. */
export interface Subcommand {
  readonly component: string
  /** As it is typed: `convert-file`. */
  readonly name: string
  readonly does: string
  readonly parameters: readonly {
    /** `SOURCE`, `--limit`. */
    readonly typed: string
    /** The values of an enum, or the type alone. */
    readonly values: readonly string[]
    /** What it is when it is not given; undefined when it must be. */
    readonly default: string | undefined
    readonly help: string
  }[]
  /** One use, behind the subcommand's name, and what it prints. */
  readonly example: { readonly typed: readonly string[]; readonly prints: string }
}

/** A short piece of Python for the README and the examples, with what it prints when it is run. */
export interface Usage {
  readonly title: string
  readonly code: string
  readonly prints: string
}

/** What all units contributed, known once everything is described. */
export interface PlanFacts {
  readonly files: readonly PlannedFile[]
  readonly requirements: readonly Requirement[]
  readonly dev_requirements: readonly Requirement[]
  readonly exports: readonly Export[]
  readonly environment: readonly EnvironmentVariable[]
  /** Checks of its own, before the manager's way to run them is put in front. */
  readonly checks: readonly ProjectCommand[]
  readonly served: readonly Served[]
  readonly subcommands: readonly Subcommand[]
  readonly features: readonly string[]
  readonly usage: readonly Usage[]
  /** By language: what the sentences of the pages are there. */
  readonly translations: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The dotted module of each role that is a Python module: `logging` → `schema_guard.logging`. */
  readonly modules: Readonly<Record<string, string>>
}

/** One command with what it does, for README, CONTRIBUTING, CI. */
export interface ProjectCommand {
  readonly does: string
  readonly command: string
}

/** What the dependency manager answers. */
export interface ManagerFacts {
  readonly id: string
  /** From a checkout: makes the environment with everything development needs, as the lock file has it where there is one. */
  readonly install: string
  /** What a user types in the checkout of another project to depend on this one; `SOURCE` is replaced. */
  readonly add: string
  /** Runs a program of the environment: `uv run`. */
  readonly run: string
  /** In a checkout: puts its program on the PATH, and runs it once without; `PROGRAM` is replaced. */
  readonly program: { readonly install: string; readonly once: string }
  readonly build: string
  readonly lock_file: string
  /** Whether the repository holds that file: while it does not, nothing can be installed from it. */
  readonly locked: boolean
  /** Brings the lock file up to date with `pyproject.toml`. */
  readonly lock: string
  readonly build_system: { readonly requires: readonly string[]; readonly backend: string }
  readonly ci: {
    readonly setup: readonly Readonly<Record<string, unknown>>[]
    readonly install: string
  }
  readonly devcontainer: { readonly feature: Readonly<Record<string, unknown>>; readonly create: string }
  /** Dependabot's name of the ecosystem. */
  readonly dependabot: string
}

/** What a unit may declare as `collects`: what the whole plan holds. */
export interface Late {
  readonly plan: PlanFacts
  readonly manager: ManagerFacts
}
