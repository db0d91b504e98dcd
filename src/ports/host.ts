/** The process as it is handed inwards: what a door owns and nobody else may reach for. */
export interface Host {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** The person's login name, for decisions when git knows no name. */
  readonly user: string
  /** How many commands may work at once, where that was said for this process. */
  readonly jobs?: number
  /** How many minutes a command may take for one file, where that was said for this process. */
  readonly minutes?: number
}
