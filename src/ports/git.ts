/** A person as git knows them. */
export interface GitPerson {
  readonly name: string | undefined
  readonly email: string | undefined
}

/** The little that is asked of git. */
export interface Git {
  /** The person of the user's own configuration; never a repository's. */
  person(): Promise<GitPerson>
  /** Whether the folder is a repository's root, and what its last commit is. */
  state(
    folder: string,
  ): Promise<{ readonly repository: boolean; readonly head: string | undefined; readonly clean: boolean }>
  /** What git ignores in a repository, files and whole folders, without what is tracked all the same; nothing where there is none. */
  ignored(folder: string): Promise<readonly string[]>
  /** Makes a repository if there is none, and commits those of these files that are there, and our own folder. Answers the commit. */
  firstCommit(request: {
    readonly folder: string
    readonly message: string
    readonly author: { readonly name: string; readonly email: string }
    readonly only: readonly string[]
  }): Promise<string>
}
