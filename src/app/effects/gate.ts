import { join } from 'node:path'
import type { ContentHash } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash, valueHash } from '../../base/hash.ts'
import { isReport } from '../../base/own-files.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import { isBinary } from '../../core/gates/binary.ts'
import type { Finding } from '../../core/gates/finding.ts'
import type { Gate } from '../../core/gates/gate.ts'
import { gatePasses, gateRows } from '../../core/gates/rows.ts'
import { open } from '../../core/gates/verdict.ts'
import { type Unseen, withWholeTree } from '../../core/gates/whole-tree.ts'
import { isLoaded, isToolSettings } from '../../core/python/leading.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { standsOnFiles } from '../beside-words.ts'
import { type CheckOptions, checkTree, type Examined } from '../checking.ts'
import { settleWith } from '../open-file.ts'
import { isBelow, unplannedGrounds } from '../reached-files.ts'
import type { World } from '../world.ts'

/** A repository's own files: those that are text, and what stands for those that nobody can read as text. */
export interface Repository {
  readonly texts: ReadonlyMap<RepoPath, string>
  readonly others: ReadonlyMap<string, Unseen>
}

/** Why a file that is there cannot be read as text. */
const unreadable: ReadonlySet<string> = new Set<string>([
  'TSQ-FILE-ENCODING',
  'TSQ-FILE-TOO-LARGE',
  'TSQ-FILE-LINK',
  'TSQ-FILE-CHANGED',
])

/**
 * What git ignores of these paths, less what decides a verdict all the same: files of the plan, and what Python or the tools load. A
 * database that the service makes, or one machine's `.env`, is no part of the repository.
 */
const ignoredIn = async (
  world: World,
  target: string,
  { plan, former }: Pick<CreateState, 'plan' | 'former'>,
  paths: readonly string[],
): Promise<(path: string) => boolean> => {
  const planned = new Set<string>([...plan, ...(former?.plan ?? [])].map(each => each.path))
  const mayBe = (path: string) => !(planned.has(path) || isLoaded(path) || isToolSettings(path) || isReport(path))
  // Most repositories hold nothing else: git is asked only where something is to be told apart.
  if (!paths.some(mayBe)) return () => false
  const ignored = await world.git.ignored(target)
  return path => mayBe(path) && isBelow(path, ignored)
}

/** Every file of a repository that belongs to the project itself. */
export const repositoryFiles = async (
  world: World,
  target: string,
  state: Pick<CreateState, 'plan' | 'former'>,
): Promise<Repository> => {
  const texts = new Map<RepoPath, string>()
  const others = new Map<string, Unseen>()
  const files = world.files.below(target)
  if ((await files.names(target)) === undefined) return { texts, others }
  const unseen = async (name: string): Promise<Unseen> => {
    const bytes = (await files.bytes(join(target, name))) ?? new Uint8Array()
    return { kind: isBinary(name, bytes) ? 'binary' : 'unreadable', content: contentHash(bytes) }
  }
  const there = await files.walk(target)
  const isIgnored = await ignoredIn(world, target, state, there)
  for (const name of there) {
    if (isReport(name) || isIgnored(name)) continue
    const path = repoPath(name)
    try {
      const text = isRefusal(path) ? undefined : await files.read(join(target, name))
      if (text !== undefined && !isRefusal(path)) texts.set(path, text)
      else others.set(name, await unseen(name))
    } catch (error) {
      if (!(error instanceof KnownError) || !unreadable.has(error.code)) throw error
      others.set(name, error.code === 'TSQ-FILE-LINK' ? { kind: 'link', content: 'a link' } : await unseen(name))
    }
  }
  return { texts, others }
}

/** The hash of a whole tree: a verdict counts for exactly this. */
export const treeHash = ({ texts, others }: Repository): ContentHash =>
  valueHash(
    Object.fromEntries([
      ...[...texts].map(([path, text]) => [path, contentHash(text)] as const),
      ...[...others].map(([path, { content }]) => [path, content] as const),
    ]),
  )

const dismissedIn = (state: CreateState): readonly string[] =>
  Object.values(state.tasks).flatMap(task => task.dismissed.map(each => each.finding))

/** A gate with everything that its checks found. */
export interface GateRun {
  readonly result: GateResult
  /** What no dismissal covers. */
  readonly findings: readonly Finding[]
  /** The files in no plan on which the verdict stands. */
  readonly unplanned: readonly string[]
}

/** Accepted files that are no longer there. A file that cannot be read is there. */
const goneFrom = ({ texts, others }: Repository, { tasks, plan }: CreateState): readonly RepoPath[] =>
  plan
    .filter(({ id }) => tasks[id]?.at === 'done')
    .map(({ path }) => path)
    .filter(path => !texts.has(path) && !others.has(path))

/** What a person kept in the place of a planned file although nothing could look at it, with the command that decides otherwise. */
const keptIn = ({ collisions }: CreateState): ReadonlyMap<string, string> =>
  new Map(
    collisions
      .filter(({ how, bytes }) => how === 'keep' && bytes === true)
      .map(({ path }) => [path, settleWith(path, 'replace')]),
  )

/** Every check, or those of a gate, over the whole repository as it lies there. Refuses an empty one: zero checks are never a pass. */
export const runGate = async (
  world: World,
  run: Examined,
  options: CheckOptions = {},
  gate?: Gate,
): Promise<GateRun> => {
  const repository = await repositoryFiles(world, run.target, run.state)
  const { texts, others } = repository
  if (texts.size === 0) throw new KnownError('TSQ-NO-CHECKS', { what: run.target })
  await world.files.below(run.target).removeCaches(run.target)
  const unread = Object.fromEntries([...others].map(([path, { content }]) => [path, content]))
  const found = await checkTree(world, run, run.target, texts, [...texts.keys()], {
    ...options,
    gate: true,
    unread,
    ...(gate && { only: new Set(gate.checks.map(each => each.check)) }),
  })
  // A test that rewrites what was checked would make the verdict one about another tree.
  const moved = treeHash(await repositoryFiles(world, run.target, run.state)) !== treeHash(repository)
  const checked = withWholeTree(found, {
    unseen: others,
    gone: goneFrom(repository, run.state),
    moved,
    kept: keptIn(run.state),
  })
  const dismissed = dismissedIn(run.state)
  const thresholds = new Map((gate?.checks ?? []).map(({ check, threshold }) => [check, threshold]))
  const rows = gateRows(checked, dismissed, thresholds)
  return {
    result: { passed: gatePasses(rows), rows, tree: treeHash(repository) },
    findings: checked.flatMap(each => open(each.outcome.findings, dismissed)),
    unplanned: standsOnFiles(rows) ? await unplannedGrounds(world, repository, run.state.plan) : [],
  }
}
