import { NestedTooDeeply } from '../base/errors/nested-too-deeply.ts'
import { foldersAbove, type RepoPath } from '../base/repo-path.ts'
import { type Import, importsOf } from '../core/python/imports.ts'
import { isConftest, placesOfImport } from '../core/python/reached.ts'
import { isTestFile } from '../core/python/test-file.ts'
import type { Grammar } from '../ports/grammar.ts'
import type { World } from './world.ts'

/** Whether a path is one of these folders, or lies in one. */
export const isBelow = (path: string, folders: readonly string[]): boolean =>
  folders.some(folder => path === folder || path.startsWith(`${folder}/`))

/**
 * The folders of virtual environments, whatever they are called. Anyone can write the file that marks one: a folder with a file of
 * the plan in it is none.
 */
export const environmentsIn = (paths: readonly string[], planned: ReadonlySet<string>): readonly string[] => {
  const own = new Set([...planned].flatMap(foldersAbove))
  return paths
    .filter(path => path.endsWith('/pyvenv.cfg'))
    .map(path => path.slice(0, -'/pyvenv.cfg'.length))
    .filter(folder => !own.has(folder))
}

/** Whether a path is what was installed into one of these environments. */
const isInstalled = (path: string, environments: readonly string[]): boolean =>
  path.includes('/site-packages/') && isBelow(path, environments)

/** What a file imports; of one that cannot be followed nothing is known here, and the syntax check says so of it. */
export const importsWithin = (grammar: Grammar, text: string): readonly Import[] => {
  try {
    return grammar.parsing(text, importsOf)
  } catch (error) {
    if (error instanceof NestedTooDeeply) return []
    throw error
  }
}

/** What the interpreter loads by itself when it starts. */
const isSiteHook = (path: string): boolean => /(?:^|\/)(?:site|user)customize\.py$/i.test(path)

/** A compiled module: it is taken before the source of the same name, and no import says which of the two was meant. */
const isCompiled = (path: string): boolean => /\.(?:so|pyd)$/i.test(path)

/**
 * The Python files of a repository that no plan names and a verdict on it stands on: what pytest loads by itself (a conftest.py, the
 * tests) outside of what is installed in an environment, and the modules that these or planned files import, directly or not,
 * wherever they lie.
 */
export const unplannedGrounds = async (
  world: World,
  { texts, others }: { readonly texts: ReadonlyMap<RepoPath, string>; readonly others: ReadonlyMap<string, unknown> },
  plan: readonly { readonly path: RepoPath }[],
): Promise<readonly string[]> => {
  const planned = new Set<string>(plan.map(each => each.path))
  const all = [...texts.keys(), ...others.keys()]
  const environments = environmentsIn(all, planned)
  const open = new Set(all.filter(path => !planned.has(path)))
  const loaded = [...open].filter(path => !isInstalled(path, environments))
  const compiled = loaded.filter(isCompiled)
  if (![...open].some(path => path.endsWith('.py'))) return compiled.toSorted()
  const { grammar } = await world.embedded()
  const byItself = loaded.filter(path => isConftest(path) || isTestFile(path) || isSiteHook(path))
  const found = new Set([...compiled, ...byItself])
  const left = [...byItself, ...[...planned].filter(path => path.endsWith('.py'))]
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    const from = path
    const imports = importsWithin(grammar, texts.get(from as RepoPath) ?? '')
    for (const place of imports.flatMap(each => placesOfImport(from, each))) {
      if (!open.has(place) || found.has(place)) continue
      found.add(place)
      left.push(place)
    }
  }
  return [...found].toSorted()
}
