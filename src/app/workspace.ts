import { join } from 'node:path'
import { mapAsync } from 'es-toolkit/array/mapAsync'
import type { ContentHash, TaskId } from '../base/brand.ts'
import { KnownError } from '../base/errors/known-error.ts'
import { contentHash } from '../base/hash.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { holdsSecret } from '../core/gates/verdict.ts'
import { taskOf } from '../core/workflow/create/apply.ts'
import type { CreateState, TaskOutline } from '../core/workflow/create/types.ts'
import type { TaskState } from '../core/workflow/task/types.ts'
import { textAt } from './theirs.ts'
import type { World } from './world.ts'

/** Files that are read or written at the same time: the disk takes several about as quickly as one. */
export const atOnce = 8

/** Where deliveries wait for their decision: beside the repository's files, never among them. */
const workspace = (target: string): string => join(target, '.trysquare', 'workspace')

/** The folder in which deliveries are checked together with what is accepted. */
const stagingFolder = (target: string): string => join(workspace(target), 'tree')

const objectPath = (target: string, hash: ContentHash): string => join(target, objectPlace(hash))

/** Where a person's own version and the planned one of a file wait to be merged by hand; other versions wait elsewhere. */
export const mergePath = (target: string, path: RepoPath, both: string): string =>
  join(workspace(target), 'merge', contentHash(both).slice(0, 8), path)

/** Where a delivery is kept, below the repository. */
export const objectPlace = (hash: ContentHash): string => `.trysquare/workspace/objects/${hash}`

/** Keeps a delivery by its content; after this it survives a kill. */
export const keepObject = async (world: World, target: string, text: string): Promise<ContentHash> => {
  const hash = contentHash(text)
  if ((await readObject(world, target, hash)) === undefined)
    await world.files.below(target).write(objectPath(target, hash), text)
  return hash
}

/** A delivery's text; undefined when somebody removed it, or changed it. */
export const readObject = async (world: World, target: string, hash: ContentHash): Promise<string | undefined> => {
  // As bytes: what was changed need not be text any more.
  const bytes = await world.files.below(target).bytes(objectPath(target, hash))
  return bytes !== undefined && contentHash(bytes) === hash ? Buffer.from(bytes).toString('utf8') : undefined
}

/** Says of a delivery whose text cannot be read what is known of it: a secret was found, what was kept was changed, or it is gone. */
export const lostDelivery = async (
  world: World,
  target: string,
  state: CreateState,
  task: TaskId,
): Promise<KnownError> => {
  const { delivered, validation } = taskOf(state, task)
  const kept = delivered && (await world.files.below(target).bytes(objectPath(target, delivered.hash)))
  // It was taken away when it was found, whatever was judged of it since.
  const because = kept !== undefined ? 'changed' : holdsSecret(validation, []) ? 'secret' : 'gone'
  return new KnownError('TSQ-DELIVERY-LOST', { task, because })
}

/** Whether what lies at a task's path stands for it until it is made: the text it replaces, or one that a person will merge it with. */
export const standsIn = (state: CreateState, path: RepoPath, own: TaskState): boolean =>
  own.replaces !== undefined || state.collisions.some(each => each.path === path && each.how !== 'replace')

/** What a task's file holds now: in place it is the repository's own file, whoever last wrote it; before, the delivery. */
export const taskText = async (
  world: World,
  target: string,
  state: CreateState,
  id: TaskId,
): Promise<string | undefined> => {
  const outline = state.plan.find(each => each.id === id)
  return outline && outlineText(world, target, state, outline)
}

const outlineText = async (
  world: World,
  target: string,
  state: CreateState,
  outline: TaskOutline,
): Promise<string | undefined> => {
  const own = taskOf(state, outline.id)
  const { at, delivered } = own
  // What was accepted once lies there still when a later delivery of it is left open.
  const left = (at === 'deferred' || at === 'aborted') && own.replaces !== undefined
  const undelivered = delivered === undefined || at === 'planned' || at === 'making' || left
  if (at === 'done' || (undelivered && standsIn(state, outline.path, own))) return textAt(world, target, outline.path)
  return undelivered ? undefined : readObject(world, target, delivered.hash)
}

/** Every file of the run as it stands: accepted ones from the repository, delivered ones from the workspace. */
export const runTree = async (
  world: World,
  target: string,
  state: CreateState,
): Promise<ReadonlyMap<RepoPath, string>> => {
  const tree = new Map<RepoPath, string>()
  const texts = await mapAsync(state.plan, outline => outlineText(world, target, state, outline), {
    concurrency: atOnce,
  })
  state.plan.forEach(({ path }, index) => {
    const text = texts[index]
    if (text !== undefined) tree.set(path, text)
  })
  return tree
}

/** Lays a tree out on disk for tools; files that no longer belong are taken away. Nothing is written that is already there. */
export const layOut = async (
  world: World,
  target: string,
  tree: ReadonlyMap<RepoPath, string | Uint8Array>,
): Promise<string> => {
  const folder = stagingFolder(target)
  const files = world.files.below(target)
  const before = (await files.names(folder)) === undefined ? [] : await files.walk(folder)
  for (const path of before) if (!tree.has(path as RepoPath)) await files.remove(join(folder, path))
  const lay = async ([path, content]: readonly [RepoPath, string | Uint8Array]): Promise<void> => {
    const file = join(folder, path)
    const wanted = Buffer.from(content)
    const there = await files.bytes(file)
    if (there === undefined || !wanted.equals(there)) await files.write(file, wanted, { derived: true })
  }
  await mapAsync([...tree], lay, { concurrency: atOnce })
  return folder
}

/**
 * Takes away the text of every delivery in which a secret was found: a key must not lie about in a folder that nobody looks at.
 * Its hash is known, so the same text is recognised when it is given in again.
 */
export const withholdSecrets = async (world: World, target: string, state: CreateState): Promise<void> => {
  const files = world.files.below(target)
  for (const { id, path } of state.plan) {
    const { at, delivered, validation, dismissed } = taskOf(state, id)
    if (delivered === undefined || at === 'checking' || at === 'done') continue
    const judged = dismissed.map(each => each.finding)
    if (!holdsSecret(validation, judged)) continue
    await files.remove(objectPath(target, delivered.hash))
    await files.remove(join(stagingFolder(target), path))
    // What mypy keeps of a module holds the values of its constants.
    await files.remove(join(stagingFolder(target), '.mypy_cache'))
  }
}

/** Refuses to accept a delivery whose text is neither kept nor already in its place. */
export const refuseLost = async (world: World, target: string, state: CreateState, id: TaskId): Promise<void> => {
  const outline = state.plan.find(each => each.id === id)
  const { delivered } = taskOf(state, id)
  if (outline === undefined || delivered === undefined) return
  if ((await readObject(world, target, delivered.hash)) !== undefined) return
  const inPlace = await world.files.below(target).bytes(join(target, outline.path))
  if (inPlace === undefined || contentHash(inPlace) !== delivered.hash)
    throw await lostDelivery(world, target, state, id)
}

/** Takes the workspace away; a run that is finished needs none. */
export const clearWorkspace = (world: World, target: string): Promise<void> =>
  world.files.below(target).remove(workspace(target))
