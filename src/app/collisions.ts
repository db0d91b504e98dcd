import { join } from 'node:path'
import { createTwoFilesPatch } from 'diff'
import type { ContentHash } from '../base/brand.ts'
import { contentHash } from '../base/hash.ts'
import { isRefusal } from '../base/refusal.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { counted } from '../core/documents/report/words.ts'
import { inPlace, makerOf, standings } from '../core/workflow/create/carry.ts'
import type { CreateState, Former, Found, TaskOutline } from '../core/workflow/create/types.ts'
import { planOfRun } from './planning.ts'
import { renderTask } from './rendering.ts'
import { textAt, theirText } from './theirs.ts'
import type { World } from './world.ts'

/** What may lie in a folder without being anybody's: a repository that was only just made, and our own. */
const nobodys = new Set(['.git', '.trysquare', '.DS_Store'])

/** How many files lie in a folder that a run is to move into, and belong to no file of its plan. */
export const thingsBeside = async (world: World, folder: string, plan: readonly TaskOutline[]): Promise<number> => {
  const files = world.files.below(folder)
  if ((await files.names(folder)) === undefined) return 0
  const planned = new Set<string>(plan.map(each => each.path))
  const there = await files.walk(folder)
  return there.filter(path => !nobodys.has(path.split('/')[0] ?? '') && !planned.has(path)).length
}

/** Says of a folder that is somebody's, before the first question, that it will be asked about. */
export const noteLivedIn = async (world: World, folder: string): Promise<void> => {
  const count = await thingsBeside(world, folder, [])
  if (count > 0)
    world.reporter.note(
      `${folder} holds ${counted(count, 'thing')} already. Before anything is written there, what is in the way is shown and decided, file by file.`,
    )
}

/** What lies at a path and is not the run's own text; undefined when nothing does. */
const theirsAt = async (
  world: World,
  target: string,
  path: RepoPath,
  own: readonly ContentHash[],
): Promise<Pick<Found, 'theirs' | 'bytes'> | undefined> => {
  const bytes = await world.files.below(target).bytes(join(target, path))
  const theirs = bytes && contentHash(bytes)
  if (theirs === undefined || own.includes(theirs)) return undefined
  return { theirs, ...((await textAt(world, target, path)) === undefined && { bytes: true }) }
}

/** A file of the earlier plan that has another path in this one, where what lies there is not as the built-in doer made it. */
const movedHere = async (
  world: World,
  target: string,
  former: Former | undefined,
  { role, path }: TaskOutline,
  planned: ReadonlySet<string>,
): Promise<Found | undefined> => {
  const then = former?.plan.find(each => each.role === role)
  const own = then && former?.tasks[then.id]
  if (then === undefined || own === undefined || inPlace(own) === undefined || planned.has(then.path)) return undefined
  const made = inPlace(own)
  const theirs = await theirsAt(
    world,
    target,
    then.path,
    made !== undefined && makerOf(own) === 'builtin' ? [made] : [],
  )
  return theirs && { path, from: then.path, ...theirs }
}

/**
 * Files of somebody else where the plan would write: in a folder that was lived in, and, once a design was opened again, those
 * that a person has since edited or had written, wherever the plan has moved them. A file that stays as it was accepted is left alone, whatever it holds.
 */
export const foundInTheWay = async (
  world: World,
  target: string,
  state: CreateState,
  tasks: readonly TaskOutline[],
): Promise<readonly Found[]> => {
  const found: Found[] = []
  const all = standings(tasks, state.former)
  const earlier = new Map(state.former?.plan.map(each => [each.path, state.former?.tasks[each.id]]))
  const planned = new Set<string>(tasks.map(each => each.path))
  for (const outline of tasks) {
    const { id, path, maker } = outline
    const standing = all.get(id)
    if (standing?.kind === 'stays') continue
    const { delivered, at } = standing?.kind === 'again' ? standing.before : { delivered: undefined, at: 'planned' }
    // What a person gave in, or had written otherwise than the template, is theirs although it was accepted.
    const byHand = delivered?.doer === 'manual' || (maker === 'template' && delivered?.doer !== 'builtin')
    const written = at === 'done' && byHand ? delivered?.hash : undefined
    const own = earlier.get(path)?.own.filter(each => each !== written) ?? []
    const theirs = await theirsAt(world, target, path, own)
    const moved = standing?.kind === 'new' ? await movedHere(world, target, state.former, outline, planned) : undefined
    if (theirs !== undefined) found.push({ path, ...theirs })
    else if (moved !== undefined) found.push(moved)
  }
  return found
}

/** A file that stands in the way, held against what would be written in its place. */
export interface Difference {
  readonly path: RepoPath
  /** Where theirs lies, when the plan has moved. */
  readonly from?: RepoPath
  /** What lies there; undefined when it is no text. */
  readonly theirs: string | undefined
  /** What would be written; undefined while that is not known before it is made. */
  readonly ours: string | undefined
  /** From theirs to ours, as a unified diff; empty where one of the two is not known. */
  readonly diff: string
  /** What keeping theirs would change in it, since its package is called otherwise now; empty when it stays as it is. */
  readonly keeping: string
}

/** Both sides of every file on which somebody has to decide. */
export const differences = async (
  world: World,
  target: string,
  state: CreateState,
  paths: readonly RepoPath[],
): Promise<readonly Difference[]> => {
  const plan = await planOfRun(world, state)
  const found: Difference[] = []
  for (const path of paths) {
    const task = isRefusal(plan) ? undefined : plan.tasks.find(each => each.path === path)
    const from = state.collisions.find(each => each.path === path)?.from
    const theirs = await textAt(world, target, from ?? path)
    const kept = await theirText(world, target, state, { path, ...(from !== undefined && { from }) })
    const ours = isRefusal(plan) || task?.maker !== 'template' ? undefined : await renderTask(world, plan, task)
    const against = (text: string | undefined, name: string): string =>
      theirs === undefined || text === undefined
        ? ''
        : createTwoFilesPatch(from ?? path, path, theirs, text, 'as it is', name)
    const keeping = kept === theirs ? '' : against(kept, 'as it would be kept')
    found.push({
      path,
      ...(from !== undefined && { from }),
      theirs,
      ours,
      diff: against(ours, 'as it would be'),
      keeping,
    })
  }
  return found
}
