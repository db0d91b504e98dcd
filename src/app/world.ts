import type { Vocabulary } from '../core/journal/upcast.ts'
import type { CreateEvent, CreateState } from '../core/workflow/create/types.ts'
import type { Artifact } from '../ports/artifact.ts'
import type { Backbone } from '../ports/backbone.ts'
import type { Check, EmbeddedTools } from '../ports/check.ts'
import type { Clock } from '../ports/clock.ts'
import type { Critic } from '../ports/critic.ts'
import type { Doer } from '../ports/doer.ts'
import type { Environments } from '../ports/environments.ts'
import type { Files } from '../ports/files.ts'
import type { Git } from '../ports/git.ts'
import type { History } from '../ports/history.ts'
import type { Host } from '../ports/host.ts'
import type { JournalStore } from '../ports/journal-store.ts'
import type { Kept } from '../ports/kept.ts'
import type { Manager } from '../ports/manager.ts'
import type { OwnTool } from '../ports/own-tool.ts'
import type { PackageIndex } from '../ports/package-index.ts'
import type { Practice } from '../ports/practice.ts'
import type { Processes } from '../ports/processes.ts'
import type { ReportFormat } from '../ports/report.ts'
import type { Reporter } from '../ports/reporter.ts'
import type { Rule } from '../ports/rule.ts'
import type { Surveyor } from '../ports/survey.ts'
import type { Threads } from '../ports/threads.ts'
import type { Watch } from '../ports/watch.ts'
import type { Workshop } from '../ports/workshop.ts'
import type { Eyes } from './linting/look-at.ts'
import type { Setup } from './linting/setup.ts'

/** The units of every shelf; each list is loaded when it is first asked for. */
export interface Shelves {
  readonly artifacts: () => Promise<readonly Artifact[]>
  readonly backbones: () => Promise<readonly Backbone[]>
  readonly critics: () => Promise<readonly Critic[]>
  readonly checks: () => Promise<readonly Check[]>
  readonly rules: () => Promise<readonly Rule[]>
  readonly managers: () => Promise<readonly Manager[]>
  readonly tools: () => Promise<readonly OwnTool[]>
  readonly practices: () => Promise<readonly Practice[]>
  readonly doers: () => Promise<readonly Doer[]>
  readonly reports: () => Promise<readonly ReportFormat[]>
}

/** Which run is being worked on, for whoever must say so when the process is told to end. */
export interface Underway {
  /** How many commands of somebody are at work: what they changed is put right first, by whoever started them. */
  commands: number
  where?: (() => { readonly home: string; readonly state: CreateState }) | undefined
}

/** Everything outside that a use case may touch, and the units it works with. */
export interface World {
  readonly version: string
  readonly host: Host
  readonly reporter: Reporter
  readonly underway: Underway
  readonly places: { readonly cache: string; readonly state: string }
  readonly files: Files
  readonly processes: Processes
  readonly threads: Threads
  readonly watch: Watch
  /** Results in the user's cache, by the name of what they are of. */
  readonly kept: (name: string) => Kept
  /** Changes with everything of ours that a result may follow from: the version and the tools, and in a checkout our own source. */
  readonly engine: () => Promise<string>
  /** Rules and tools for a look at a few files in this thread. */
  readonly lens: (setup: Setup) => Promise<Eyes>
  readonly workshop: Workshop
  readonly clock: Clock
  readonly journal: JournalStore<CreateEvent>
  readonly environments: Environments
  readonly git: Git
  readonly surveyor: Surveyor
  readonly history: History
  readonly index: PackageIndex
  /** What comes with Trysquare; loaded when it is first asked for. */
  readonly embedded: () => Promise<EmbeddedTools>
  readonly shelves: Shelves
  /** The text of a file that lies beside a unit: `artifacts/logging/template/logging_stdlib.py`. */
  readonly beside: (path: string) => Promise<string>
}

/** The words in which runs are written down today. Raise the version with an upcaster for each event that changes. */
export const vocabulary: Vocabulary = { version: 1, upcasters: [] }
