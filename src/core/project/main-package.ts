import { normalised } from '../python/distribution-name.ts'
import type { Package } from './packages.ts'
import type { Project } from './project.ts'

/** The package that a project is about: the one that it is named after, else the one with the most lines. */
export const mainPackage = ({ main, members, view }: Project): Package | undefined => {
  const all = main.packages.length > 0 ? main.packages : members.flatMap(each => each.packages)
  const linesIn = ({ path }: Package): number =>
    [...view.python].reduce(
      (sum, [file, { lines }]) => sum + (file === path || file.startsWith(`${path}/`) ? lines : 0),
      0,
    )
  const named = all.find(each => main.name !== undefined && normalised(each.name) === normalised(main.name))
  return named ?? all.toSorted((a, b) => linesIn(b) - linesIn(a))[0]
}
