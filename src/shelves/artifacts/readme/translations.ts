import type { PlannedFile } from '../../../core/design/world.ts'
import { endonyms } from '../readme-translated/notes.ts'

interface Translations {
  /** Those that are written here, each with what its language calls itself. */
  readonly written: readonly (readonly [name: string, path: string])[]
  /** The others: somebody makes them after the README and from it, if at all, so it may not speak of them. */
  readonly awaited: readonly PlannedFile[]
}

const role = 'readme-translated:'
const nameOf = (file: PlannedFile): string | undefined => endonyms[file.role.slice(role.length)]

/** The README in other languages, among the files of the repository. */
export const translations = (files: readonly PlannedFile[]): Translations => {
  const all = files.filter(file => file.role.startsWith(role))
  return {
    written: all.flatMap(file => {
      const name = nameOf(file)
      return name === undefined ? [] : [[name, file.path] as const]
    }),
    awaited: all.filter(file => nameOf(file) === undefined),
  }
}
