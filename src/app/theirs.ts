import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import { isRefusal } from '../base/refusal.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { pascalName } from '../core/design/answers/names.ts'
import { interfaceOf } from '../core/python/interface-of.ts'
import { renamed } from '../core/python/renamed.ts'
import type { CreateState, Found } from '../core/workflow/create/types.ts'
import { designOfRun, planOfRun } from './planning.ts'
import type { World } from './world.ts'

/** The text of a file; undefined when there is none, or when it is no text in UTF-8 of a length that anybody reads. */
export const textAt = async (world: World, target: string, path: RepoPath): Promise<string | undefined> => {
  try {
    return await world.files.below(target).read(join(target, path))
  } catch (error) {
    if (error instanceof KnownError && ['TSQ-FILE-ENCODING', 'TSQ-FILE-TOO-LARGE'].includes(error.code))
      return undefined
    throw error
  }
}

/** The package's name that a file had above it, where the plan calls that folder otherwise now. */
const formerPackage = (path: RepoPath, from: RepoPath, now: string): string | undefined => {
  const [one, other] = [path.split('/'), from.split('/')]
  const at = one.findIndex((part, index) => part !== other[index])
  return one[at] === now && at < other.length - 1 ? other[at] : undefined
}

/** What the package's own classes are called now, by what they were called before; those of components keep their names. */
const classesOf = async (world: World, state: CreateState, before: string): Promise<ReadonlyMap<string, string>> => {
  const plan = await planOfRun(world, state)
  if (isRefusal(plan)) return new Map()
  const { pascal } = plan.early.names
  const former = pascalName(before)
  const { grammar } = await world.embedded()
  const own = plan.tasks
    .flatMap(each => (each.component === undefined ? [each.interface ?? ''] : []))
    .flatMap(text => grammar.parsing(text, root => interfaceOf(root).members).filter(each => each.kind === 'class'))
    .map(each => each.name)
    .filter(name => name.startsWith(pascal))
  return new Map(own.map(name => [former + name.slice(pascal.length), name]))
}

/** A person's file as it would be in its place: a module that has moved with the package imports what it is called now. */
export const theirText = async (
  world: World,
  target: string,
  state: CreateState,
  { path, from }: Pick<Found, 'path' | 'from'>,
): Promise<string | undefined> => {
  const text = await textAt(world, target, from ?? path)
  if (text === undefined || from === undefined || !/\.pyi?$/.test(path)) return text
  const to = designOfRun(state).intake.package_name
  const before = formerPackage(path, from, to)
  if (before === undefined) return text
  const { grammar } = await world.embedded()
  const classes = await classesOf(world, state, before)
  return grammar.parsing(text, root => renamed(root, text, { from: before, to, classes }))
}
