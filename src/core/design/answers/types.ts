import type { ChoiceId } from './choices.ts'

/** Stage 0: the eleven questions. */
export interface Intake {
  readonly package_name: string
  readonly repository_name: string
  readonly description: string
  readonly purpose: ChoiceId<'intake.purpose'>
  readonly users: readonly ChoiceId<'intake.users'>[]
  readonly maturity: ChoiceId<'intake.maturity'>
  readonly lifespan: ChoiceId<'intake.lifespan'>
  /** A PEP 440 specifier set, such as `>=3.11`. */
  readonly python: string
  readonly deployment: ChoiceId<'intake.deployment'>
  readonly concurrency: ChoiceId<'intake.concurrency'>
  readonly non_goals: readonly string[]
}

export interface Author {
  readonly name: string
  readonly email: string
}

/** Facts that nobody may invent. */
export interface Project {
  readonly license: ChoiceId<'project.license'>
  readonly authors: readonly Author[]
  readonly remote?: string | undefined
  readonly team_size?: number | undefined
}

/** The five decisions of stage 1, and why. */
export interface Architecture {
  readonly dependencies: ChoiceId<'architecture.dependencies'>
  readonly configuration: ChoiceId<'architecture.configuration'>
  readonly errors: ChoiceId<'architecture.errors'>
  readonly logging: ChoiceId<'architecture.logging'>
  readonly testing: ChoiceId<'architecture.testing'>
  readonly rationale: Readonly<Partial<Record<RationaleKey, string | undefined>>>
}
export type RationaleKey = 'dependencies' | 'configuration' | 'errors' | 'logging' | 'testing' | 'concurrency'

/** A further decision that a person wrote down. */
export interface Decision {
  /** The critic has rules on: versioning, compatibility, extension, observability, data, security, deployment, support. */
  readonly topic: string
  readonly decision: string
  readonly why?: string | undefined
}

/** The guided builder's six answers. */
export interface Guided {
  readonly components: ChoiceId<'structure.guided.components'>
  readonly exposure: readonly ChoiceId<'structure.guided.exposure'>[]
  readonly directories: readonly ChoiceId<'structure.guided.directories'>[]
  readonly examples: boolean
  readonly tests: ChoiceId<'structure.guided.tests'>
  readonly docs: ChoiceId<'structure.guided.docs'>
}

export interface Structure {
  readonly mode: ChoiceId<'structure.mode'>
  /** The text that was pasted, when the mode is tree. */
  readonly tree?: string | undefined
  /** The six answers, when the mode is guided. */
  readonly guided?: Guided | undefined
}

/** A part of the project that carries its meaning. */
export interface Component {
  /** A Python identifier in snake case. */
  readonly name: string
  /** An entry of the backbones shelf, or `custom`. */
  readonly kind: string
  readonly does: string
  readonly path?: string | undefined
  readonly options: Readonly<Record<string, unknown>>
  /** A stub: Python with signatures only. */
  readonly interface?: string | undefined
}

/** The five gates of stage 3; what was not answered is "none" or empty. */
export interface Features {
  readonly api: ChoiceId<'features.api'>
  readonly api_audience?: ChoiceId<'features.api_audience'> | undefined
  readonly ui: ChoiceId<'features.ui'>
  readonly demo: ChoiceId<'features.demo'>
  readonly docs: ChoiceId<'features.docs'>
  readonly docs_contents: readonly string[]
  /** ISO 639-1 codes. */
  readonly readme_languages: readonly string[]
}

/** The confirmed answers: everything that a unit may read of. */
export interface Design {
  readonly intake: Intake
  readonly project: Project
  readonly architecture: Architecture
  readonly decisions: readonly Decision[]
  readonly structure: Structure
  readonly components: readonly Component[]
  readonly features: Features
  readonly git: boolean
  /** The first day of the run, `2026-11-21`. */
  readonly date: string
}
