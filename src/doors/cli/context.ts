import { homedir, userInfo } from 'node:os'
import { resolve } from 'node:path'
import { jobsFrom, minutesFrom } from '../../app/bounds.ts'
import { compose } from '../../app/compose.ts'
import type { World } from '../../app/world.ts'
import type { KnownError } from '../../base/errors/known-error.ts'
import { errorData, errorLines } from './print-error.ts'
import { liveReporter, plainReporter, silent } from './reporter.ts'
import { type Style, styleFor } from './style.ts'
import { sized } from './terminal-size.ts'

/** The process as a command sees it. */
export interface Context {
  readonly world: World
  readonly out: Style
  readonly err: Style
  /** Columns of standard output; 80 where it is not a terminal. */
  readonly columns: number
  /** Both ends are a terminal: questions may be asked. */
  readonly interactive: boolean
  readonly json: boolean
  readonly print: (...lines: readonly string[]) => void
  readonly warn: (...lines: readonly string[]) => void
  readonly error: (error: KnownError) => void
  /** The file that a command line names: looked for where the line was typed, whatever folder it works in. */
  readonly typed: (path: string) => string
  /** The same world seen from another folder. */
  readonly elsewhere: (folder: string) => World
}

/** Options that every command knows. */
export interface Manners {
  readonly quiet?: boolean | undefined
  readonly json?: boolean | undefined
  readonly in?: string | undefined
  readonly jobs?: string | undefined
  readonly minutes?: string | undefined
}

const user = (): string => {
  try {
    return userInfo().username
  } catch {
    // A user id without an entry in the password file, as containers have it.
    return process.env['USER'] ?? 'somebody'
  }
}

/** Builds what a command works with from the real process. */
export const contextOf = (manners: Manners): Context => {
  const [stdout, stderr] = [sized(process.stdout), sized(process.stderr)]
  const err = styleFor(stderr)
  const reporter =
    manners.quiet === true
      ? silent
      : stderr.isTTY && process.env['TERM'] !== 'dumb'
        ? liveReporter(stderr, err)
        : plainReporter(stderr, err)
  const columns = stdout.isTTY ? Math.max(40, stdout.columns) : 80
  const print = (...lines: readonly string[]) => void stdout.write(lines.map(line => `${line}\n`).join(''))
  const warn = (...lines: readonly string[]) => void stderr.write(lines.map(line => `${line}\n`).join(''))
  const bounds = {
    ...(manners.jobs !== undefined && { jobs: jobsFrom(manners.jobs, '--jobs') }),
    ...(manners.minutes !== undefined && { minutes: minutesFrom(manners.minutes, '--minutes') }),
  }
  const elsewhere = (folder: string) =>
    compose({ cwd: resolve(folder), env: process.env, home: homedir(), user: user(), ...bounds }, reporter)
  return {
    world: elsewhere(manners.in ?? process.cwd()),
    elsewhere,
    typed: path => resolve(process.cwd(), path),
    out: styleFor(stdout),
    err,
    columns,
    interactive: process.stdin.isTTY && stdout.isTTY && process.env['CI'] === undefined,
    json: manners.json === true,
    print,
    warn,
    error: error => {
      if (manners.json === true) print(JSON.stringify(errorData(error), null, 2))
      else warn(...errorLines(error, err, columns))
    },
  }
}
