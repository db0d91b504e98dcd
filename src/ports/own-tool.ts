import type { CheckOutcome } from '../core/gates/finding.ts'
import type { Place } from '../core/project/claim.ts'
import type { Portrait } from '../core/project/portrait.ts'
import type { Project } from '../core/project/project.ts'
import type { ToolCommand, ToolOutcome } from './check.ts'

/** What a tool is told of the run. */
export interface ToolRun {
  readonly project: Project
  /** Absolute; the tool is started in it. */
  readonly folder: string
  /** The texts of the repository below that folder, for the names of findings. */
  readonly files: ReadonlyMap<string, string>
  /** Names the run: only what carries it is a result. */
  readonly nonce: string
}

/** A tool of a repository, run as the repository itself sets it up: nothing is made stricter, and nothing is left out. */
export interface OwnTool {
  readonly id: string
  /** What a green run shows, in a sentence. */
  readonly title: string
  readonly order: number
  /** Where the repository sets it up or asks for it; undefined where it does neither. */
  readonly set: (portrait: Portrait) => Place | undefined
  readonly command: (run: ToolRun) => ToolCommand
  readonly read: (ended: ToolOutcome, run: ToolRun) => CheckOutcome
}

/** Declares a tool. */
export const ownTool = (unit: OwnTool): OwnTool => unit
