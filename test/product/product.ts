import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { execa } from 'execa'
import { parse, stringify } from 'yaml'
import manifest from '../../package.json' with { type: 'json' }
import { placesOf } from '../../src/world/places.ts'

const main = join(import.meta.dirname, '../../bin/start.cjs')
const designs = join(import.meta.dirname, '../designs')

/** The uv that setup fetched; where there is none, the one on PATH. */
export const uv = (() => {
  const fetched = join(placesOf(process.env).cache, 'tools', `uv-${manifest.config.uv}`, 'bin', 'uv')
  return process.env['TRYSQUARE_UV'] ?? (existsSync(fetched) ? fetched : 'uv')
})()

/** How a program ended. */
export interface Ended {
  readonly exit: number | undefined
  readonly stdout: string
  readonly stderr: string
}

export type Env = Readonly<Record<string, string | undefined>>

/** Runs a program in a folder; whatever its exit code is, it is only told. */
export const run = async (program: string, args: readonly string[], cwd: string, env: Env = {}): Promise<Ended> => {
  const ended = await execa(program, args, { cwd, env, reject: false, stdin: 'ignore', stripFinalNewline: false })
  return { exit: ended.exitCode, stdout: ended.stdout, stderr: ended.stderr }
}

/** How a program ended, for a comparison that shows everything it said when it ended otherwise. */
export const told = (ended: Ended, wanted: number): string =>
  ended.exit === wanted ? `exit ${wanted}` : `exit ${ended.exit}\n${ended.stdout}\n${ended.stderr}`

/** The same, as a condition for what comes after. */
export const must = (ended: Ended, wanted: number): Ended => {
  const said = told(ended, wanted)
  if (said !== `exit ${wanted}`) throw new Error(said)
  return ended
}

/** A scratch place: its own state, cache, git identity and folder of work. Only uv and its downloads are shared. */
export const scratch = () => {
  const root = mkdtempSync(join(tmpdir(), 'tsq-product-'))
  const path = (...names: readonly string[]) => join(root, ...names)
  writeFileSync(path('gitconfig'), '[user]\n\tname = Test Person\n\temail = person@example.org\n')
  const env: Env = {
    XDG_STATE_HOME: path('state'),
    XDG_CACHE_HOME: path('cache'),
    GIT_CONFIG_GLOBAL: path('gitconfig'),
    TRYSQUARE_UV: uv,
    UV_TOOL_DIR: path('tool-environments'),
    UV_TOOL_BIN_DIR: path('tool-programs'),
    UV_CACHE_DIR: process.env['UV_CACHE_DIR'] ?? join(homedir(), '.cache', 'uv'),
    PATH: `${dirname(uv)}${delimiter}${process.env['PATH'] ?? ''}`,
    VIRTUAL_ENV: undefined,
    FORCE_COLOR: undefined,
    PYTHONPATH: undefined,
  }
  return {
    root,
    path,
    env,
    /** The command line as a user calls it, in the scratch place. */
    tsq: (args: readonly string[], more: Env = {}, cwd = root) =>
      run(process.execPath, [main, ...args], cwd, { ...env, ...more }),
    /** Any other program, with the same surroundings. */
    run: (program: string, args: readonly string[], cwd = root, more: Env = {}) =>
      run(program, args, cwd, { ...env, ...more }),
    /** Writes an answers file and answers its path. */
    write: (name: string, text: string) => {
      writeFileSync(path(name), text)
      return path(name)
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 3 }),
  }
}

export type Scratch = ReturnType<typeof scratch>

/** What uv says when commands are run one after the other in a repository: those that did not end well, with all that they said. */
export const notWell = async (
  place: Scratch,
  folder: string,
  commands: readonly (readonly string[])[],
): Promise<readonly string[]> => {
  const found: string[] = []
  for (const command of commands) {
    const said = told(await place.run(uv, command, folder), 0)
    if (said !== 'exit 0') found.push(`uv ${command.join(' ')}: ${said}`)
  }
  return found
}

/** What every project passes: formatted, without a finding, typed. */
export const wellMade: readonly (readonly string[])[] = [
  ['run', 'ruff', 'format', '--check', '.'],
  ['run', 'ruff', 'check', '.'],
  ['run', 'mypy', '.'],
]

/** What starts the command line, for tests that must hold the process itself. */
export const command = (args: readonly string[]): readonly [string, readonly string[]] => [
  process.execPath,
  [main, ...args],
]

/** The text of a sample design. */
export const sampleText = (name: string): string => readFileSync(join(designs, `${name}.yaml`), 'utf8')

type Answers = Record<string, Record<string, unknown>> & { components: Record<string, unknown>[] }

/** A sample design with something of it changed. */
export const design = (name: string, change: (answers: Answers) => void): string => {
  const answers = parse(sampleText(name), { schema: 'failsafe' }) as Answers
  change(answers)
  return stringify(answers)
}

/** Every file below a folder that git tracks, with its bytes; without Trysquare's own and the report. */
export const tracked = async (place: Scratch, folder: string): Promise<ReadonlyMap<string, string>> => {
  const { stdout } = await place.run('git', ['ls-files', '-z'], folder)
  const names = stdout.split('\0').filter(each => each !== '' && !each.startsWith('.trysquare/'))
  return new Map(
    names
      .filter(each => each !== 'GENERATION_REPORT.md')
      .map(each => [each, readFileSync(join(folder, each), 'base64')]),
  )
}

/** All files below a folder, without version control and what tools make. */
export const filesBelow = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(each => each.isFile())
        .map(each => join(each.parentPath, each.name).slice(folder.length + 1))
        .filter(each => !/^(?:\.git|\.venv|dist)\/|__pycache__|_cache\//.test(each))
        .toSorted()
    : []

/** The journal of the run in a repository. */
export const journalOf = (folder: string): string => {
  const runs = join(folder, '.trysquare', 'runs')
  const [name] = readdirSync(runs).filter(each => each.endsWith('.jsonl'))
  if (name === undefined) throw new Error(`no journal in ${folder}`)
  return join(runs, name)
}

/** The rows of a gate that was printed as JSON: each check with its outcome. */
export const outcomes = (ended: Ended): Readonly<Record<string, string>> => {
  const { rows } = JSON.parse(ended.stdout) as { readonly rows: readonly { check: string; outcome: string }[] }
  return Object.fromEntries(rows.map(each => [each.check, each.outcome]))
}
