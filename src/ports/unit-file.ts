import type { RepoPath } from '../base/repo-path.ts'
import type { Reading } from '../core/design/reading.ts'
import type { ProjectCommand, Served, Subcommand } from '../core/design/world.ts'
import type { Escaped } from '../core/render/escaped.ts'

/** How much work a file is: shown in the plan, used to choose a doer. */
export type Effort = 'trivial' | 'simple' | 'moderate' | 'complex'

/** Lines for one slot of a template; each was escaped for the file it goes into. */
export type SlotLines = readonly Escaped[] | Escaped
/** One round of a loop: names replaced and slots filled within it. */
export interface LoopItem {
  readonly names?: Readonly<Record<string, string>>
  readonly slots?: Readonly<Record<string, SlotLines>>
}

/** A structured file, composed as data and printed by a library. */
export interface StructuredFile {
  readonly format: 'toml' | 'yaml' | 'json'
  readonly value: unknown
  /** Comment lines at the top, without the comment sign (not for JSON). */
  readonly head?: readonly string[]
  /** TOML only: a comment above a key or table by its path (`tool.ruff`), or beside a list's item (`tool.ruff.lint.ignore.COM812`). */
  readonly notes?: Readonly<Record<string, string>>
}

/** Whether a file belongs into the tree, and why a drawn tree that lacks it must be amended. */
export interface Standing {
  /** In a template's tree. */
  readonly template: boolean
  /** Proposed as an addition to a drawn tree, with this reason. Without it a drawn tree that lacks the file goes without. */
  readonly needed?: string
}

/**
 * One file that a unit makes. `Early` is what it may declare in `reads`, `Late` in `collects`; the functions receive exactly
 * the declared values: paths and contributions the early ones, renderers both. A unit that exists once for each of a list
 * gets the item as the second argument of its renderers; otherwise it is the empty text.
 */
export interface UnitFile<World, Whole, R extends string, C extends string> {
  readonly path: (from: Reading<World, R>) => string
  /** Whether a drawn file is this one; without it only the very path counts. In a drawn tree the drawn path wins. */
  readonly accepts?: (path: RepoPath, from: Reading<World, R>) => boolean
  /** Default: in every template's tree, never forced upon a drawn one. */
  readonly standing?: (from: Reading<World, R>) => Standing
  /** One sentence. */
  readonly purpose: string | ((from: Reading<World, R>, item: string) => string)
  readonly effort: Effort
  /** Roles of files that must be made before, such as `package-init` or `errors`; a role that the design does not have is ignored. */
  readonly needs?: readonly string[]
  /** Roles of the files whose text this one is made from. */
  readonly from?: readonly string[]
  /** The public interface as a Python stub: the contract that the file is held against. */
  readonly interface?: string | ((from: Reading<World, R> & Reading<Whole, C>) => string)
  /** The name of the template beside the unit, in its folder `template/`. */
  readonly template?: string | ((from: Reading<World, R>) => string)
  readonly compose?: (from: Reading<World, R> & Reading<Whole, C>, item: string) => StructuredFile
  /** Makes the file of the texts of the files that it is made `from`, in that order. */
  readonly derive?: (from: Reading<World, R> & Reading<Whole, C>, item: string, texts: readonly string[]) => string
  /** Made by the dependency manager itself, such as a lock file; or by a mind, which may hang on the item. */
  readonly maker?: 'manager' | 'mind' | ((item: string) => 'mind' | undefined)
  readonly names?: (from: Reading<World, R> & Reading<Whole, C>, item: string) => Readonly<Record<string, string>>
  readonly slots?: (from: Reading<World, R> & Reading<Whole, C>, item: string) => Readonly<Record<string, SlotLines>>
  readonly loops?: (
    from: Reading<World, R> & Reading<Whole, C>,
    item: string,
  ) => Readonly<Record<string, readonly LoopItem[]>>
}

/** By language: each sentence as pages have it, with `{1}`, `{2}` … for what differs, and what it is there. */
export type Translations = Readonly<Record<string, Readonly<Record<string, string>>>>

/** What a unit gives to the project besides its file. Distributions are named; their versions come from one table. */
export interface Contribution {
  readonly requirements?: readonly string[]
  readonly dev_requirements?: readonly string[]
  /** Names that users import from the package itself; the module is the unit's own file. */
  readonly exports?: readonly string[]
  readonly environment?: readonly {
    readonly name: string
    readonly field: string
    readonly type: string
    readonly default: string
    readonly meaning: string
    /** What the settings make of the text; by default it is left to them. */
    readonly kind?: 'path' | 'address'
  }[]
  /** What must pass before a merge besides what every project has; the command runs in the project's environment. */
  readonly checks?: readonly ProjectCommand[]
  /** Things that the application serves. */
  readonly served?: readonly Served[]
  /** Subcommands of the program. */
  readonly subcommands?: readonly Subcommand[]
  /** The sentences that the unit brings into pages, in other languages by their ISO 639-1 code. */
  readonly translations?: Translations
  /** Lines of the README's list of features. */
  readonly features?: readonly string[]
  readonly usage?: readonly { readonly title: string; readonly code: string; readonly prints: string }[]
}
