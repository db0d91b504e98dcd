/** A program to run: arguments are a list, and no shell ever sees them. */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  /** Without one: a folder that is always there, for what does not depend on where it runs. */
  readonly cwd?: string
  /** Added to the process's own environment; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly timeoutSeconds: number
  /** Only what every program needs (PATH, HOME, language, temporary folder) is inherited, and `env`. */
  readonly plain?: boolean
  /** The program gets the person's terminal, as an editor needs it; its output is not kept. */
  readonly terminal?: boolean
  /** What it reads from its standard input; nothing otherwise. */
  readonly input?: string
  /** `latin1` keeps every byte of the output as one character, for output that is no text. */
  readonly encoding?: 'utf8' | 'latin1'
}

/** How a program ended. */
export interface Ended {
  /** Undefined when it did not end by itself. */
  readonly exit: number | undefined
  readonly stdout: string
  readonly stderr: string
  readonly timedOut: boolean
  /** The program is not there. */
  readonly missing: boolean
  readonly seconds: number
}

/** Runs programs. */
export interface Processes {
  run(command: Command): Promise<Ended>
}
