import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { valueHash } from '../../base/hash.ts'
import { masked } from '../../base/mask.ts'
import type { EnvironmentRequest, Environments, Interpreter } from '../../ports/environments.ts'
import type { Files } from '../../ports/files.ts'
import type { Manager } from '../../ports/manager.ts'
import type { Ended, Processes } from '../../ports/processes.ts'
import { findInterpreters, findUv } from './find.ts'
import { installedIn } from './installed.ts'

/** What environments are made with. */
export interface EnvironmentParts {
  readonly processes: Processes
  readonly files: Files
  readonly cache: string
  /** The pinned uv that setup fetches. */
  readonly uvVersion: string
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The end of what a tool said: its last lines carry the reason. */
const detailOf = (ended: Ended): string =>
  ended.timedOut
    ? 'It did not end in time.'
    : masked(
        ended.stderr
          .trim()
          .split('\n')
          .slice(-4)
          .map(line => line.trim())
          .join(' '),
      ) || 'It gave no reason.'

/** uv has one exit code for every failure; only its words tell a dead network from a wrong project. */
const isNetwork = (text: string): boolean =>
  /error sending request|dns error|connect(?:ion)? (?:error|refused|timed out)|failed to (?:fetch|download)|network is unreachable|offline|no route to host/i.test(
    text,
  )

const failed = (doing: string, manager: Manager, ended: Ended, again: string): KnownError => {
  const detail = detailOf(ended)
  if (isNetwork(ended.stderr)) return new KnownError('TSQ-NETWORK', { doing, detail, command: again })
  return new KnownError('TSQ-LOCK-FAILED', { manager: manager.title, detail, command: again })
}

/** The variables that send uv to another index: a lock made against one is not another's. */
const indexOf = (env: EnvironmentParts['env']): readonly (readonly [string, string | undefined])[] =>
  Object.entries(env).filter(([name]) =>
    /^UV_(?:DEFAULT_INDEX|INDEX|EXTRA_INDEX|FIND_LINKS|NO_INDEX|CONFIG|PRERELEASE|RESOLUTION|EXCLUDE_NEWER)/.test(name),
  )

/** Environments through uv, as it is found on this machine. */
export const realEnvironments = (parts: EnvironmentParts): Environments => {
  const { processes, files, cache } = parts
  let uv: Promise<string | undefined> | undefined
  const theUv = async (manager: Pick<Manager, 'title'>): Promise<string> => {
    uv ??= findUv(processes, cache, parts.uvVersion, parts.env)
    const found = await uv
    if (found === undefined)
      throw new KnownError('TSQ-TOOL-MISSING', {
        tool: manager.title,
        install: 'python3 -m pip install uv',
        otherwise: 'use --embedded, which needs no Python tools',
      })
    return found
  }
  let interpreters: Promise<readonly Interpreter[]> | undefined

  /** A virtual environment that happens to be active must not draw the manager's work to itself. */
  const quiet = { VIRTUAL_ENV: undefined, UV_PROJECT_ENVIRONMENT: undefined, UV_NO_PROGRESS: '1', NO_COLOR: '1' }

  return {
    manager: async () => {
      uv ??= findUv(processes, cache, parts.uvVersion, parts.env)
      const found = await uv
      if (found === undefined) return undefined
      return `${(await processes.run({ program: found, args: ['--version'], timeoutSeconds: 20 })).stdout.trim()} at ${found}`
    },

    program: () => theUv({ title: 'uv' }),

    installed: folder => installedIn(processes, folder),

    interpreter: async (range, fits) => {
      interpreters ??= findInterpreters(processes)
      const all = await interpreters
      const found = all.find(each => fits(each.version))
      if (found === undefined)
        throw new KnownError('TSQ-PYTHON-MISSING', { range, found: all.map(each => each.version) })
      return found
    },

    lock: async ({ packaging, file, python, manager, day, again }) => {
      const program = await theUv(manager)
      const version = (await processes.run({ program, args: ['--version'], timeoutSeconds: 20 })).stdout.trim()
      // The day is part of the key: the index moves on, and a run is recorded with its day.
      const kept = join(cache, 'locks', `${valueHash([packaging, version, python, day, indexOf(parts.env)])}.lock`)
      const before = await files.read(kept).catch(() => undefined)
      if (before !== undefined) return before
      const scratch = await files.scratch()
      try {
        await files.write(join(scratch, 'pyproject.toml'), packaging)
        const ended = await processes.run({
          program,
          args: [...manager.lock, '--python', python],
          cwd: scratch,
          env: quiet,
          timeoutSeconds: 600,
        })
        if (ended.exit !== 0) throw failed('locking the dependencies', manager, ended, again)
        const text = await files.read(join(scratch, file))
        if (text === undefined)
          throw new KnownError('TSQ-LOCK-FAILED', {
            manager: manager.title,
            detail: `It made no ${file}.`,
            command: again,
          })
        // A cache that cannot be written costs time, nothing else.
        await files.write(kept, text).catch(() => undefined)
        return text
      } finally {
        await files.remove(scratch)
      }
    },

    sync: async ({ project, folder, python, manager, again, anew = false }: EnvironmentRequest) => {
      const program = await theUv(manager)
      const sync = (what: { project: boolean; offline: boolean }) =>
        processes.run({
          program,
          args: manager.sync({ ...what, python, anew }),
          cwd: project,
          env: { ...quiet, UV_PROJECT_ENVIRONMENT: folder },
          timeoutSeconds: 900,
        })
      // Offline first: when everything is in the cache it is several times as quick, and when it is not it says so at once.
      let ended = await sync({ project: true, offline: true })
      if (ended.exit !== 0) ended = await sync({ project: true, offline: false })
      if (ended.exit !== 0) throw failed('making the environment', manager, ended, again)
      return installedIn(processes, folder)
    },
  }
}
