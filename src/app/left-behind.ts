import type { RepoPath } from '../base/repo-path.ts'
import { shellWord } from '../base/shell-word.ts'
import type { Finding } from '../core/gates/finding.ts'
import type { Row } from '../core/gates/verdict.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { readReceipt } from './evidence.ts'
import type { World } from './world.ts'

/** A file of an earlier plan that was left to its owner, and what the gate has against it. */
export interface LeftBehind {
  readonly path: RepoPath
  /** The checks that found something in it. */
  readonly checks: readonly string[]
}

/** The files of earlier plans that were left to a person and still lie there, each with the checks that found something in it. */
export const leftBehind = async (
  world: World,
  target: string,
  { leftBehind: paths, plan }: CreateState,
  findings: readonly Pick<Finding, 'path' | 'check'>[],
): Promise<readonly LeftBehind[]> => {
  const there = new Set(paths.length === 0 ? [] : await world.files.below(target).walk(target))
  return paths
    .filter(path => there.has(path) && !plan.some(each => each.path === path))
    .map(path => ({
      path,
      checks: [...new Set(findings.filter(each => each.path === path).map(each => each.check))],
    }))
}

/** What the receipts of a gate's failing rows found. */
export const foundBy = async (world: World, target: string, rows: readonly Row[]): Promise<readonly Finding[]> => {
  const found: Finding[] = []
  for (const { outcome, receipt } of rows) {
    if (outcome === 'PASS' || receipt === undefined) continue
    found.push(...((await readReceipt(world, target, receipt))?.outcome.findings ?? []))
  }
  return found
}

/** Why a gate fails over such a file, and what to do; undefined where it does not. */
export const blameOf = ({ path, checks }: LeftBehind): string | undefined =>
  checks.length === 0
    ? undefined
    : `${path} is left from an earlier plan and belongs to nothing in this one (${checks.join(', ')}): mend it, or \`rm ${shellWord(path)}\`; then \`trysquare gate run\`.`
