import type { RepoPath } from '../base/repo-path.ts'

/** How far a command may go before it is stopped. */
export interface Limits {
  readonly seconds: number
  /** What it prints, and what it writes altogether, in bytes. */
  readonly output: number
  readonly disk: number
  /** The file that comes back, in bytes. */
  readonly file: number
}

/** One piece of work for a command. */
export interface WorkOrder {
  /** As the person wrote it: the system's shell runs it. */
  readonly command: string
  /** On its standard input, and in the file that TRYSQUARE_PROMPT names. */
  readonly prompt: string
  /** The prompt in ordered parts, as files of the folder that TRYSQUARE_PARTS names: `part-1.md` … */
  readonly parts: readonly string[]
  /** What it finds in the folder where it works. */
  readonly tree: ReadonlyMap<RepoPath, string>
  /** The only file that comes back. */
  readonly file: RepoPath
  readonly limits: Limits
}

/** Why a command could not even be started. */
export interface Unrunnable {
  /** The program that it begins with, as it was written. */
  readonly program: string
  readonly because: 'missing' | 'forbidden'
}

/** What a command left behind. */
export interface Worked {
  /** `ended` with its exit code, or why it was stopped; `interrupted` by a signal to this program. */
  readonly how: 'ended' | 'timed-out' | 'flooded' | 'interrupted'
  readonly exit: number | undefined
  /** Nothing was started: trying again would change nothing. */
  readonly unrunnable: Unrunnable | undefined
  /** What it printed, cut to its limit. */
  readonly said: string
  /** What it printed on standard error, cut too. */
  readonly complained: string
  /** The file as it lies there now; undefined when it is as before, or not there. */
  readonly text: string | undefined
  /** Why the file cannot be taken: a link, not UTF-8, too large. */
  readonly problem: string | undefined
  /** Other files of the copy that it wrote or removed; they stay behind. */
  readonly strayed: readonly string[]
  /** Files of the repository itself that changed meanwhile; they were put back. */
  readonly undone: readonly string[]
  /** Others were at work when the repository changed: which of them it was cannot be known. */
  readonly shared: boolean
  /** The folders in which what lay there instead was set aside: it may be a person's. */
  readonly aside: readonly string[]
}

/** A file that this program wrote, or wrote more to. */
export interface OwnWrite {
  /** Below the repository, with forward slashes. */
  readonly path: string
  readonly text: string
  /** The text came behind what was there. */
  readonly appended: boolean
}

/** A place beside one repository where commands work, several at a time if need be, without reaching anything that counts. */
export interface Workplace {
  work(order: WorkOrder): Promise<Worked>
  /**
   * Writes something of this program's own while commands are at work; without this it would be taken for theirs and undone.
   * `write` answers exactly what it wrote.
   */
  own(write: () => Promise<readonly OwnWrite[]>): Promise<void>
}

/** Where it is kept on this machine, outside of the repository, that a command is at work there, and under whose name. */
export interface Mark {
  readonly file: string
  readonly doer: string
}

/** A command that was at work when this program was ended in a way that leaves it no time: what it changed was not put back. */
export interface Unfinished {
  /** Undefined when what was kept cannot be read. */
  readonly doer: string | undefined
  /** What it was at work on; several when several were. */
  readonly files: readonly RepoPath[]
  /** What has changed since it began, by it or by somebody else; undefined when that is not known. */
  readonly since: readonly { readonly path: string; readonly how: 'changed' | 'new' | 'gone' }[] | undefined
}

/** Where commands work. */
export interface Workshop {
  /**
   * Whatever changes in the repository while a command works is put back; what lay there instead comes into `setAside`. Where a
   * `mark` is given it lies there for as long as a command is at work.
   */
  beside(repository: string, setAside: string, mark?: Mark): Workplace
  /** What the mark in a file says of a repository, now that nobody is at work there; undefined when there is none. */
  unfinished(repository: string, mark: string): Promise<Unfinished | undefined>
  /** Whether this process was started by a command that works there. */
  inside(): Promise<boolean>
}
