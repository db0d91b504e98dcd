import { normalised } from '../python/distribution-name.ts'
import { standardLibrary } from '../python/stdlib.ts'
import type { Place } from './claim.ts'
import type { Member, Project } from './project.ts'
import { requirementsOf } from './requirements.ts'

interface Use {
  readonly module: string
  readonly place: Place
}

/** What is imported and may not be declared. */
export interface Undeclared {
  /** Declared nowhere: every requirement is accounted for by another import, or by its own name. */
  readonly missing: readonly Use[]
  /** May come with a requirement of another name. */
  readonly possible: readonly (Use & { readonly candidates: readonly string[] })[]
  /** Requirements that only running something would tell. */
  readonly open: readonly string[]
  /** An import that is declared. */
  readonly witness: Place | undefined
}

/** Whether a distribution is called as the module that it brings, or nearly so. */
const isNamed = (requirement: string, module: string): boolean => {
  const name = normalised(module)
  const bare = (text: string): string => text.replace(/^(?:python|py)-?/, '').replace(/-?(?:python|py)?\d*$/, '')
  return (
    requirement === name ||
    (bare(name) !== '' && bare(requirement) === bare(name)) ||
    requirement.startsWith(`${name}-`)
  )
}

/** What others bring that a file cannot be carried out without. Inside a `try`, or for types alone, it may be missing. */
const usesOf = (project: Project, member: Member): ReadonlyMap<string, Place> => {
  // A module of any version may be imported where the version is asked first.
  const library = standardLibrary('3.11').union(standardLibrary('3.99'))
  const folders = new Set(project.view.paths.map(path => path.split('/')[0]))
  const own = new Set([...project.modules.keys()].map(each => each.split('.')[0]))
  const found = new Map<string, Place>()
  for (const [path, { imports }] of project.view.python) {
    if (project.roleOf(path) !== 'source' || project.memberOf(path) !== member || project.moduleOf(path) === undefined)
      continue
    // A module beside the file, or a folder that holds some: it is the project’s, whatever the packaging calls it.
    const folder = path.slice(0, path.lastIndexOf('/') + 1)
    const isBeside = (top: string) => project.view.has(`${folder}${top}.py`) || folders.has(top)
    for (const each of imports) {
      const [top = ''] = each.module.split('.')
      if (each.level > 0 || each.optional || each.typeChecking || top === '' || top.startsWith('_') || found.has(top))
        continue
      if (library.has(top) || own.has(top) || isBeside(top)) continue
      found.set(top, { path, line: each.line })
    }
  }
  return found
}

/**
 * Holds the imports of the program against what is declared. A distribution may bring modules of any name, and only an installed
 * environment tells which; so an import without a requirement of its name is undeclared for certain only where each requirement
 * has an import of its own.
 */
export const undeclared = (project: Project): Undeclared => {
  const member = project.main
  const { all, open } = requirementsOf(project, member)
  const names = [...new Set(all.filter(each => each.whose === 'users').map(each => each.name))]
  const uses = usesOf(project, member)
  const unused = names.filter(name => ![...uses.keys()].some(module => isNamed(name, module)))
  const without = [...uses].filter(([module]) => !names.some(name => isNamed(name, module)))
  const isOpen = unused.length > 0 || open.length > 0
  return {
    missing: isOpen ? [] : without.map(([module, place]) => ({ module, place })),
    possible: isOpen ? without.map(([module, place]) => ({ module, place, candidates: unused.slice(0, 5) })) : [],
    open,
    witness: [...uses].find(([module]) => names.some(name => isNamed(name, module)))?.[1],
  }
}
