import { join } from 'node:path'
import { KnownError } from '../base/errors/known-error.ts'
import type { RepoPath } from '../base/repo-path.ts'
import { namesOf } from '../core/design/answers/names.ts'
import { renaming } from '../core/render/names.ts'
import type { CreateState, Found } from '../core/workflow/create/types.ts'
import { designOfRun } from './planning.ts'
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

/** A person's file as it would be in its place: what has moved with the package calls the package as it is called now. */
export const theirText = async (
  world: World,
  target: string,
  state: CreateState,
  { path, from }: Pick<Found, 'path' | 'from'>,
): Promise<string | undefined> => {
  const text = await textAt(world, target, from ?? path)
  if (text === undefined || from === undefined) return text
  const { intake } = designOfRun(state)
  const before = formerPackage(path, from, intake.package_name)
  if (before === undefined) return text
  const [old, now] = [namesOf({ ...intake, package_name: before }), namesOf(intake)]
  return renaming({ [old.package]: now.package, [old.pascal]: now.pascal, [old.env_prefix]: now.env_prefix })(text)
}
