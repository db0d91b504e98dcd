import { uncheckedFolders } from '../../base/repo-path.ts'
import type { World } from '../world.ts'

const isOwn = (path: string): boolean =>
  !path.split(/[\\/]/).some(part => uncheckedFolders.has(part) || part === '.git' || part.startsWith('.tsq-'))

/** Tells of each change in a project that a look could be about. */
export async function* watchFiles(world: World, root: string): AsyncGenerator<string> {
  for await (const path of world.watch(root)) if (isOwn(path)) yield path
}
