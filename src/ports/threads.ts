/** Several threads that all do one kind of work. */
export interface Pool<Job, Result> {
  run(job: Job): Promise<Result>
  end(): Promise<void>
}

/** Work beside this thread. */
export interface Threads {
  /** How many can work at once on this machine. */
  readonly cores: number
  /** A module whose default export does the work; `setup` reaches it as it is, so it must be plain data. */
  start<Job, Result>(module: URL, setup: unknown, count: number): Pool<Job, Result>
}
