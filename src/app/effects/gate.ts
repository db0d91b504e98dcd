import { join } from 'node:path'
import type { ContentHash } from '../../base/brand.ts'
import { KnownError } from '../../base/errors/known-error.ts'
import { contentHash, valueHash } from '../../base/hash.ts'
import { isRefusal } from '../../base/refusal.ts'
import { type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { Finding } from '../../core/gates/finding.ts'
import { findingId } from '../../core/gates/finding-id.ts'
import { type Checked, gatePasses, gateRows } from '../../core/gates/rows.ts'
import { open } from '../../core/gates/verdict.ts'
import type { CreateState, GateResult } from '../../core/workflow/create/types.ts'
import { type CheckOptions, checkTree, type Examined } from '../checking.ts'
import { isReport } from '../report/write.ts'
import type { World } from '../world.ts'

/** A repository's own files: those that are text, and what stands for those that nobody can read as text. */
export interface Repository {
  readonly texts: ReadonlyMap<RepoPath, string>
  /** By path: the hash of the bytes, or that it is a link. */
  readonly others: ReadonlyMap<string, string>
}

const unreadable = new Set<string>(['TSQ-FILE-ENCODING', 'TSQ-FILE-TOO-LARGE', 'TSQ-FILE-LINK', 'TSQ-FILE-CHANGED'])

/** Every file of a repository that belongs to the project itself. */
export const repositoryFiles = async (world: World, target: string): Promise<Repository> => {
  const texts = new Map<RepoPath, string>()
  const others = new Map<string, string>()
  const files = world.files.below(target)
  if ((await files.names(target)) === undefined) return { texts, others }
  for (const name of await files.walk(target)) {
    if (isReport(name)) continue
    const path = repoPath(name)
    try {
      const text = isRefusal(path) ? undefined : await files.read(join(target, name))
      if (text !== undefined && !isRefusal(path)) texts.set(path, text)
      else others.set(name, contentHash((await files.bytes(join(target, name))) ?? ''))
    } catch (error) {
      if (!(error instanceof KnownError) || !unreadable.has(error.code)) throw error
      const linked = error.code === 'TSQ-FILE-LINK'
      others.set(name, linked ? 'a link' : contentHash((await files.bytes(join(target, name))) ?? ''))
    }
  }
  return { texts, others }
}

/** The hash of a whole tree: a verdict counts for exactly this. */
export const treeHash = ({ texts, others }: Repository): ContentHash =>
  valueHash(Object.fromEntries([...[...texts].map(([path, text]) => [path, contentHash(text)] as const), ...others]))

/** Files that must be text: an ending that says so, and content that is not. */
const mustBeText = /\.(?:py|pyi|pth|toml|md|rst|txt|ya?ml|json|cfg|ini|lock)$/

/** What nobody can read nobody has checked: it is a finding, never a skip. A linked folder may hold anything. */
const notText = ([path, content]: readonly [string, string]): Finding => ({
  id: findingId({ rule: 'not-checked', path, text: path }),
  check: 'syntax',
  rule: 'not-checked',
  path: path as RepoPath,
  message:
    content === 'a link'
      ? 'It is a symbolic link: what it leads to is not part of the repository, and no check looked at it.'
      : 'Its name or its content cannot be read as text, so no check looked at it.',
  severity: 'high',
  fix: 'Put a file in UTF-8 with an ordinary name there, or take it out of the repository.',
})

const dismissedIn = (state: CreateState): readonly string[] =>
  Object.values(state.tasks).flatMap(task => task.dismissed.map(each => each.finding))

/** A gate with everything that its checks found. */
export interface GateRun {
  readonly result: GateResult
  /** What no dismissal covers. */
  readonly findings: readonly Finding[]
}

const movedWhileChecked: Finding = {
  id: findingId({ rule: 'changed-while-checked', path: '.', text: '.' }),
  check: 'syntax',
  rule: 'changed-while-checked',
  path: '.' as RepoPath,
  message: 'The repository changed while it was checked, so the results are about another tree.',
  severity: 'high',
  fix: 'Let nothing write there meanwhile (a test, an editor, a build), and run the gate again.',
}

const withUnreadable = (checked: readonly Checked[], found: readonly Finding[]): readonly Checked[] =>
  checked.map(each =>
    each.check === 'syntax' && found.length > 0
      ? { ...each, outcome: { ...each.outcome, findings: [...each.outcome.findings, ...found] } }
      : each,
  )

/** Every check over the whole repository as it lies there. Refuses an empty one: zero checks are never a pass. */
export const runGate = async (world: World, run: Examined, options: CheckOptions = {}): Promise<GateRun> => {
  const repository = await repositoryFiles(world, run.target)
  const { texts, others } = repository
  if (texts.size === 0) throw new KnownError('TSQ-NO-CHECKS', { what: run.target })
  const unseen = [...others].filter(([path, content]) => content === 'a link' || mustBeText.test(path)).map(notText)
  await world.files.below(run.target).removeCaches(run.target)
  const found = await checkTree(world, run, run.target, texts, [...texts.keys()], options)
  // A test that rewrites what was checked would make the verdict one about another tree.
  const still = treeHash(await repositoryFiles(world, run.target)) === treeHash(repository)
  const checked = withUnreadable(found, still ? unseen : [...unseen, movedWhileChecked])
  const dismissed = dismissedIn(run.state)
  const rows = gateRows(checked, dismissed)
  return {
    result: { passed: gatePasses(rows), rows, tree: treeHash(repository) },
    findings: checked.flatMap(each => open(each.outcome.findings, dismissed)),
  }
}
