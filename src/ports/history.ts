import type { RepoPath } from '../base/repo-path.ts'

/** The text files of a repository as a revision has them. */
export interface Base {
  /** The commit's full name, whatever name it was asked for by. */
  readonly revision: string
  readonly files: ReadonlyMap<RepoPath, string>
}

/** What a repository was. */
export interface History {
  /** The files at a revision (a branch, a tag, a commit) that are wanted and are text; paths are those below `folder`. */
  filesAt(folder: string, revision: string, wanted: (path: RepoPath) => boolean): Promise<Base>
}
