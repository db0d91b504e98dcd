import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ContentHash } from '../../base/brand.ts'
import { NestedTooDeeply } from '../../base/errors/nested-too-deeply.ts'
import { contentHash, valueHash } from '../../base/hash.ts'
import { masked } from '../../base/mask.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import { inputsKey, type Receipt } from '../../core/gates/evidence.ts'
import type { CheckOutcome } from '../../core/gates/finding.ts'
import { withoutWords } from '../../core/gates/secret-words.ts'
import type { Check, CheckRequest, ToolCommand } from '../../ports/check.ts'
import type { Environment } from '../../ports/environments.ts'
import type { World } from '../world.ts'

/** Where and with what a check runs. */
export interface CheckPlace {
  /** The folder that holds the tree on disk. */
  readonly folder: string
  /** The project's own environment; undefined when only what comes with Trysquare is used. */
  readonly environment: Environment | undefined
  /** Why there is no environment. */
  readonly without: string
}

interface Ran {
  readonly outcome: CheckOutcome
  readonly command: readonly string[]
  readonly exit: number | undefined
  readonly output: string
}

const inScratch = (text: string, scratch: string): string => text.replaceAll('{scratch}', scratch)

/** Runs a tool of an environment in a folder, with what it is to find beside it in a folder that goes away again. */
export const runTool = async (
  world: World,
  command: ToolCommand,
  place: CheckPlace & { readonly environment: Environment },
) => {
  const scratch = await world.files.scratch()
  try {
    for (const [name, text] of Object.entries(command.scratch ?? {})) await world.files.write(join(scratch, name), text)
    for (const [name, source] of Object.entries(command.scratchFrom ?? {}))
      await world.files.write(join(scratch, name), await world.beside(`checks/${source}`))
    const program = join(place.environment.bin, command.program)
    const args = command.args.map(each => inScratch(each, scratch))
    const ended = await world.processes.run({
      program,
      args,
      cwd: place.folder,
      // Nothing that the surroundings set may tell a tool how to judge: PYTEST_ADDOPTS, COVERAGE_RCFILE, MYPYPATH and their like.
      plain: true,
      env: {
        PYTHONDONTWRITEBYTECODE: '1',
        PYTHONUTF8: '1',
        VIRTUAL_ENV: join(place.environment.bin, '..'),
        ...Object.fromEntries(
          Object.entries(command.env ?? {}).map(([name, value]) => [name, inScratch(value, scratch)]),
        ),
      },
      timeoutSeconds: command.timeoutSeconds,
    })
    const collected: Record<string, string | undefined> = {}
    for (const name of command.collect ?? []) collected[name] = await world.files.read(join(scratch, name))
    // As it is kept: machine paths would say nothing on another machine.
    return { shown: [`.venv/bin/${command.program}`, ...command.args], ended, collected }
  } finally {
    await world.files.remove(scratch)
  }
}

const merged = (a: CheckOutcome | undefined, b: CheckOutcome): CheckOutcome => {
  if (a === undefined) return b
  const seen = new Set(a.findings.map(each => `${each.path}:${each.line}`))
  return {
    // The tool may find on the same line what was found inside: one is enough.
    findings: [...a.findings, ...b.findings.filter(each => !seen.has(`${each.path}:${each.line}`))],
    metrics: { ...a.metrics, ...b.metrics },
    ...((a.unable ?? b.unable) && { unable: a.unable ?? b.unable }),
    ...((a.byFile ?? b.byFile) && { byFile: { ...a.byFile, ...b.byFile } }),
    ...((a.unjudged ?? b.unjudged) && { unjudged: { ...a.unjudged, ...b.unjudged } }),
    ...((a.partial ?? b.partial) && { partial: [...(a.partial ?? []), ...(b.partial ?? [])] }),
  }
}

const missing = (reason: string): CheckOutcome => ({ findings: [], metrics: {}, unable: { how: 'missing', reason } })

/** The part of a check that needs no environment. What it could not follow is no pass, and no reason to fall over. */
const looked = async (world: World, check: Check, request: CheckRequest): Promise<CheckOutcome | undefined> => {
  try {
    return await check.inside?.inspect(request, await world.embedded())
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return { findings: [], metrics: {}, unable: { how: 'crashed', reason: `of one file ${error.message}` } }
  }
}

const ran = async (world: World, check: Check, request: CheckRequest, place: CheckPlace): Promise<Ran> => {
  const { environment } = place
  const unwanted = check.unwanted?.(request)
  if (unwanted !== undefined)
    return {
      outcome: { findings: [], metrics: {}, unable: { how: 'unwanted', reason: unwanted } },
      command: ['in process'],
      exit: undefined,
      output: '',
    }
  const useTool = check.tool !== undefined && environment !== undefined
  const useInside = check.inside !== undefined && (check.inside.when === 'always' || !useTool)
  const inside = useInside ? await looked(world, check, request) : undefined
  if (!useTool || check.tool === undefined || environment === undefined) {
    return { outcome: inside ?? missing(place.without), command: ['in process'], exit: undefined, output: '' }
  }
  const nonce = randomBytes(16).toString('hex')
  const command = check.tool.command(request, nonce)
  const { shown, ended, collected } = await runTool(world, command, { ...place, environment })
  const told = ended.missing
    ? missing(`${command.program} is not installed in the project’s environment`)
    : check.tool.read(
        { exit: ended.exit, timedOut: ended.timedOut, stdout: ended.stdout, stderr: ended.stderr, collected },
        request,
        nonce,
      )
  return {
    outcome: merged(inside, told),
    command: shown,
    exit: ended.exit,
    output: ended.stdout + ended.stderr,
  }
}

/** The part of the request that the check may see: its own inputs. */
const requestFor = (check: Check, { base, ...whole }: CheckRequest): CheckRequest => {
  const own = (files: CheckRequest['files']) => new Map([...files].filter(([path]) => check.inputs(path)))
  return {
    ...whole,
    files: own(whole.files),
    ...(check.compares && base && { base: { ...base, files: own(base.files) } }),
  }
}

/** Every tool that a result may hang on, with its version: those that come with Trysquare, and the environment's. */
const toolsOf = async (world: World, { environment }: CheckPlace): Promise<Readonly<Record<string, string>>> => {
  const { grammar, ruff } = await world.embedded()
  const own = { trysquare: world.version, 'ruff (embedded)': ruff.version, 'tree-sitter-python': grammar.version }
  return environment === undefined ? own : { ...own, python: environment.python, ...environment.versions }
}

/** A check and all that its result depends on. */
export interface CheckOrder {
  readonly check: Check
  readonly request: CheckRequest
  /** The hash of it. */
  readonly inputs: Receipt['inputs']
}

/** The hashes of a tree, worked out once for all checks of it. */
export interface TreeHashes {
  readonly files: ReadonlyMap<RepoPath, ContentHash>
  /** Of what the checks are told of the project, and which files they are to judge. */
  readonly project: ContentHash
}

/** The hashes of what every check of a tree is given, with those of files that are no text and that tests may read (`unread`). */
export const hashesOf = (
  { files, focus, project }: CheckRequest,
  unread: Readonly<Record<string, string>> = {},
): TreeHashes => ({
  files: new Map([...files].map(([path, text]) => [path, contentHash(text)])),
  project: valueHash({
    ...project,
    contracts: [...project.contracts].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    focus: focus.toSorted(),
    ...(Object.keys(unread).length > 0 && { unread }),
  }),
})

/** What a check gets to see of a tree, and the hash of what its result depends on. */
export const orderFor = async (
  world: World,
  check: Check,
  whole: CheckRequest,
  place: CheckPlace,
  hashes: TreeHashes,
): Promise<CheckOrder> => {
  const request = requestFor(check, whole)
  const inputs = inputsKey({
    check: check.id,
    version: check.version ?? 1,
    tools: await toolsOf(world, place),
    // A commit's name is the hash of all that it holds.
    project: request.base === undefined ? hashes.project : { project: hashes.project, base: request.base.revision },
    files: new Map([...hashes.files].filter(([path]) => request.files.has(path))),
  })
  return { check, request, inputs }
}

/** The tools that a receipt names: Trysquare's own, the interpreter, and the programs that check code. */
const named = [
  'trysquare',
  'ruff (embedded)',
  'tree-sitter-python',
  'python',
  'ruff',
  'mypy',
  'pytest',
  'pytest-cov',
  'coverage',
]

/**
 * What tools print may quote a secret: it is covered before a journal, a report or a prompt can hold it. Known shapes are covered
 * always, and what was found in the files themselves (`words`) whatever it looks like.
 */
export const covered = (outcome: CheckOutcome, words: readonly string[]): CheckOutcome => {
  const cover = (text: string): string => withoutWords(masked(text), words)
  return {
    ...outcome,
    findings: outcome.findings.map(each => ({
      ...each,
      message: cover(each.message),
      ...(each.symbol !== undefined && { symbol: cover(each.symbol) }),
      ...(each.why !== undefined && { why: cover(each.why) }),
      ...(each.fix !== undefined && { fix: cover(each.fix) }),
    })),
    ...(outcome.unable && { unable: { ...outcome.unable, reason: cover(outcome.unable.reason) } }),
  }
}

/** Runs one check and makes its receipt, in which none of the `secrets` stands. */
export const runCheck = async (
  world: World,
  { check, request, inputs }: CheckOrder,
  place: CheckPlace,
  secrets: readonly string[],
): Promise<Receipt> => {
  const started = performance.now()
  const { outcome, command, exit, output } = await ran(world, check, request, place)
  return {
    check: check.id,
    command,
    exit,
    seconds: (performance.now() - started) / 1000,
    output: contentHash(output),
    tools: Object.fromEntries(Object.entries(await toolsOf(world, place)).filter(([tool]) => named.includes(tool))),
    inputs,
    files: request.files.size,
    outcome: covered(outcome, secrets),
  }
}
