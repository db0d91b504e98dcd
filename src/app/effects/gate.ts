import { join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash, valueHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { Finding } from '../../core/gates/finding.ts'
import { gatePasses, gateRows } from '../../core/gates/rows.ts'
import { open } from '../../core/gates/verdict.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { type CheckOptions, checkTree, type Examined } from '../checking.ts'
import { isReport } from '../report/write.ts'
import type { World } from '../world.ts'

/** Every text file of a repository that belongs to the project itself; what is not text is nobody's to check here. */
export const repositoryTree = async (world: World, target: string): Promise<ReadonlyMap<RepoPath, string>> => {
  const tree = new Map<RepoPath, string>()
  if ((await world.files.names(target)) === undefined) return tree
  for (const name of await world.files.walk(target)) {
    const path = repoPath(name)
    if (isRefusal(path) || isReport(path)) continue
    try {
      const text = await world.files.read(join(target, path))
      if (text !== undefined) tree.set(path, text)
    } catch (error) {
      if (!(error instanceof KnownError) || (error.code !== 'TSQ-FILE-ENCODING' && error.code !== 'TSQ-FILE-TOO-LARGE'))
        throw error
    }
  }
  return tree
}

/** The hash of a whole tree: a verdict counts for exactly this. */
export const treeHash = (tree: ReadonlyMap<RepoPath, string>) =>
  valueHash(Object.fromEntries([...tree].map(([path, text]) => [path, contentHash(text)])))

const dismissedIn = (state: CreateState): readonly string[] =>
  Object.values(state.tasks).flatMap(task => task.dismissed.map(each => each.finding))

/** A gate with everything that its checks found. */
export interface GateRun {
  readonly result: GateResult
  /** What no dismissal covers. */
  readonly findings: readonly Finding[]
}

/** Every check over the whole repository as it lies there. Refuses an empty one: zero checks are never a pass. */
export const runGate = async (world: World, run: Examined, options: CheckOptions = {}): Promise<GateRun> => {
  const tree = await repositoryTree(world, run.target)
  if (tree.size === 0) throw new KnownError('TSQ-NO-CHECKS', { what: run.target })
  const checked = await checkTree(world, run, run.target, tree, [...tree.keys()], options)
  const dismissed = dismissedIn(run.state)
  const rows = gateRows(checked, dismissed)
  return {
    result: { passed: gatePasses(rows), rows, tree: treeHash(tree) },
    findings: checked.flatMap(each => open(each.outcome.findings, dismissed)),
  }
}
