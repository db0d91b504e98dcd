import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { ContentHash } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import { inputsKey, type Receipt, receiptId } from '../../core/gates/evidence.ts'
import type { CheckOutcome } from '../../core/gates/finding.ts'
import { unable } from '../../core/gates/tool-end.ts'
import type { Baseline, ToolState } from '../../core/project/baseline.ts'
import { placeText } from '../../core/project/claim.ts'
import type { OwnTool, ToolRun } from '../../ports/own-tool.ts'
import { covered, runTool } from '../effects/run-check.ts'
import { keepReceipt } from '../evidence.ts'
import type { World } from '../world.ts'
import type { Looked } from './look.ts'
import { type OwnEnvironment, ownEnvironment } from './own-environment.ts'
import { treeOf } from './trust.ts'

/** Where the copy of a repository and its environment lie: in the user’s cache, and at the same place each time. */
export const workFolder = (world: World, { survey }: Looked): string =>
  join(world.places.cache, 'adopted', contentHash(survey.real).slice(0, 32))

/** Copies the tree, anew, to where its tools may do what they like with it. Answers what lay in the repository. */
export const copyTree = async (world: World, looked: Looked): Promise<ReadonlyMap<string, ContentHash>> => {
  const tree = join(workFolder(world, looked), 'tree')
  await world.files.remove(tree)
  await world.files.write(join(tree, '.tsq-copy'), '')
  await world.files.remove(join(tree, '.tsq-copy'))
  return world.surveyor.contents(looked.folder, looked.survey, tree)
}

/** The texts that findings may lie in, below the folder of the main project. */
const textsOf = async (world: World, looked: Looked, folder: string): Promise<ReadonlyMap<string, string>> => {
  const start = looked.project.main.folder === '' ? 0 : looked.project.main.folder.length + 1
  const texts = new Map<string, string>()
  for (const path of looked.project.view.python.keys()) {
    if (!path.startsWith(looked.project.main.folder)) continue
    const text = await world.files.read(join(folder, path.slice(start))).catch(() => undefined)
    if (text !== undefined) texts.set(path.slice(start), text)
  }
  return texts
}

const nameOf = (path: string): RepoPath | undefined => {
  const read = repoPath(path)
  return isRefusal(read) ? undefined : read
}

const stateOf = (tool: OwnTool, place: string, receipt: Receipt, own: OwnEnvironment, folder: string): ToolState => {
  const { outcome } = receipt
  const version = own.environment.versions[tool.id]
  return {
    tool: tool.id,
    ...(version !== undefined && { version }),
    place,
    command: [...receipt.command],
    ...(receipt.exit !== undefined && { exit: receipt.exit }),
    outcome:
      outcome.unable !== undefined
        ? outcome.unable.how === 'missing'
          ? 'missing'
          : 'crashed'
        : outcome.findings.length > 0
          ? 'red'
          : 'green',
    ...(outcome.unable && { reason: outcome.unable.reason }),
    metrics: { ...outcome.metrics },
    receipt: receiptId(receipt),
    red: outcome.findings.map(each => ({
      id: each.id,
      rule: each.rule,
      path: folder === '' ? each.path : `${folder}/${each.path}`,
      ...(each.line !== undefined && { line: each.line }),
      ...(each.symbol !== undefined && { symbol: each.symbol.slice(0, 2000) }),
      message: each.message,
    })),
  }
}

/**
 * Runs the repository’s own tools, as it sets them up, in a copy of its tree and in an environment outside of it. Only after a person
 * trusted it: what is run is the repository’s code. Each run leaves a receipt.
 */
export const measure = async (
  world: World,
  looked: Looked,
  contents: ReadonlyMap<string, ContentHash>,
): Promise<Baseline> => {
  const tools = [...(await world.shelves.tools())].toSorted((a, b) => a.order - b.order)
  const wanted = tools.flatMap(tool => {
    const place = tool.set(looked.portrait)
    return place === undefined ? [] : [{ tool, place: placeText(place) }]
  })
  if (wanted.length === 0) throw new KnownError('TSQ-ADOPT-NO-TOOLS', { folder: looked.folder })
  const home = workFolder(world, looked)
  const own = await ownEnvironment(
    world,
    looked,
    home,
    wanted.map(({ tool }) => tool.id),
  )
  const folder = join(home, 'tree', looked.project.main.folder)
  const files = await textsOf(world, looked, folder)
  const hashes = new Map(
    [...contents].flatMap(([path, hash]) => {
      const name = nameOf(path)
      return name === undefined ? [] : [[name, hash] as const]
    }),
  )
  const states: ToolState[] = []
  for (const { tool, place } of wanted) {
    const done = world.reporter.step(tool.id)
    const run: ToolRun = { project: looked.project, folder, files, nonce: randomBytes(16).toString('hex') }
    const command = tool.command(run)
    const started = performance.now()
    const { ended, collected } = await runTool(world, command, { folder, environment: own.environment, without: '' })
    const outcome: CheckOutcome = ended.missing
      ? unable('missing', `${tool.id} is not in the environment that ${own.manager} made`)
      : tool.read(
          { exit: ended.exit, timedOut: ended.timedOut, stdout: ended.stdout, stderr: ended.stderr, collected },
          run,
        )
    const versions = own.environment.versions
    const used = {
      trysquare: world.version,
      python: own.environment.python,
      ...(versions[tool.id] !== undefined && { [tool.id]: versions[tool.id] ?? '' }),
    }
    const receipt: Receipt = {
      check: tool.id,
      command: [command.program, ...command.args],
      exit: ended.exit,
      seconds: (performance.now() - started) / 1000,
      output: contentHash(ended.stdout + ended.stderr),
      tools: used,
      inputs: inputsKey({
        check: tool.id,
        version: 1,
        tools: { ...used, ...versions },
        project: own.steps,
        files: hashes,
      }),
      files: hashes.size,
      outcome: covered(outcome, []),
    }
    await keepReceipt(world, looked.folder, receipt, 'run')
    const state = stateOf(tool, place, receipt, own, looked.project.main.folder)
    states.push(state)
    done(
      state.outcome === 'red' ? `${state.red.length} red` : state.outcome,
      state.outcome === 'green' ? 'well' : 'badly',
    )
  }
  return {
    version: 1,
    tree: treeOf(contents),
    environment: { manager: own.manager, python: own.environment.python, steps: own.steps.map(each => [...each]) },
    tools: states,
  }
}
