import type { ContentHash } from '../base/brand.ts'

/** Something in a tree that is no ordinary file, and is not looked into. */
export interface Oddity {
  /** In the tree, made readable where its name is not. */
  readonly path: string
  readonly what:
    | 'link'
    | 'link-out'
    | 'pipe'
    | 'socket'
    | 'device'
    | 'unreadable'
    | 'name'
    | 'case-twin'
    | 'repository'
    | 'too-large'
    | 'not-text'
    | 'not-python'
}

/** What lies in a folder of a stranger. */
export interface Survey {
  /** Every ordinary file that belongs to the project, sorted. */
  readonly paths: readonly string[]
  readonly oddities: readonly Oddity[]
  /** Folders that are no part of the project: environments, what tools and builds leave, what git ignores. */
  readonly leftOut: readonly string[]
  /** The commit that is checked out, where git’s own folder says so. */
  readonly head: string | undefined
  readonly repository: boolean
  /** The folder without links in its name. */
  readonly real: string
}

/** Looks through a folder of a stranger: names alone, by no program, and by nothing that the folder says. */
export interface Surveyor {
  /** Refuses a tree of more files and folders than `most`. */
  survey(folder: string, most: number): Promise<Survey>
  /**
   * The hash of each of these files, whatever is in it; with `to`, they are also copied there, and links that stay inside the tree with
   * them. What went away meanwhile is left out.
   */
  contents(folder: string, survey: Survey, to?: string): Promise<ReadonlyMap<string, ContentHash>>
}
