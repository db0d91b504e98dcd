import { z } from 'zod'
import type { FileFacts, RuleProject } from '../../../ports/rule.ts'
import { isPackageFile } from '../modules.ts'
import { declaredDoors, isDoor, isOfProgram } from './doors.ts'
import { projectNames } from './names.ts'

/** A module to which nothing leads. */
export interface Unreached {
  readonly path: string
  /** The file that imports it, when one does. */
  readonly by: string | undefined
  /** Whether what imports it is a test. */
  readonly onlyTests: boolean
}

const factsSchema = z.object({ runs: z.boolean(), loads: z.boolean() })

/**
 * Which modules of an application are reached from where it starts. A package without a way in is a library, whose every module is one;
 * and where a package loads modules by names that it works out, nothing can be said of it.
 */
export const reachOf = (
  files: readonly FileFacts[],
  project: Pick<RuleProject, 'text'>,
): { readonly unreached: readonly Unreached[] } => {
  const names = projectNames(files)
  const facts = new Map(
    files.map(each => [each.path, factsSchema.catch({ runs: false, loads: false }).parse(each.collected)]),
  )
  const declared = new Set(declaredDoors(project))
  const importers = new Map<string, string[]>()
  const targets = new Map<string, readonly string[]>()
  for (const { path, imports } of files) {
    const reached = new Set<string>()
    for (const each of imports)
      for (const module of names.asked(path, each)) {
        // `import a.b.c` carries out `a` and `a.b` too.
        const dotted = module.split('.')
        for (let length = dotted.length; length > 0; length -= 1) {
          const target = names.pathOf(dotted.slice(0, length).join('.'))
          if (target !== undefined && target !== path) reached.add(target)
        }
      }
    targets.set(path, [...reached])
    for (const target of reached) importers.set(target, [...(importers.get(target) ?? []), path])
  }
  const topOf = (path: string): string => (names.moduleOf(path) ?? path).split('.')[0] ?? ''
  const doors = files.filter(
    ({ path }) =>
      isOfProgram(path) &&
      isDoor({ path, collected: facts.get(path) ?? { runs: false, loads: false } }, declared, names),
  )
  const reached = new Set(doors.map(each => each.path))
  const open = [...reached]
  for (let path = open.pop(); path !== undefined; path = open.pop())
    for (const target of targets.get(path) ?? [])
      if (!reached.has(target)) {
        reached.add(target)
        open.push(target)
      }
  // Only commands and applications make a package a program; a script beside it or a model does not.
  const programs = new Set(
    doors
      .filter(
        ({ path }) => declared.has(names.moduleOf(path) ?? '') || /(?:^|\/)(?:__main__|asgi|wsgi)\.py$/.test(path),
      )
      .map(({ path }) => topOf(path)),
  )
  // A package that hands on what its modules offer is made to be imported: whatever it holds may be asked for by others.
  const libraries = new Set(
    files
      .filter(({ path }) => isPackageFile(path) && (names.moduleOf(path) ?? '.').indexOf('.') === -1)
      .filter(({ path }) => (targets.get(path) ?? []).some(target => topOf(target) === topOf(path)))
      .map(({ path }) => topOf(path)),
  )
  const dynamic = new Set([...facts].flatMap(([path, { loads }]) => (loads && isOfProgram(path) ? [topOf(path)] : [])))
  return {
    unreached: files
      .filter(({ path }) => isOfProgram(path) && !isPackageFile(path) && !reached.has(path))
      .filter(({ path }) => programs.has(topOf(path)) && !libraries.has(topOf(path)) && !dynamic.has(topOf(path)))
      .map(({ path }) => {
        const by = importers.get(path) ?? []
        const own = by.filter(isOfProgram)
        return { path, by: (own.length > 0 ? own : by)[0], onlyTests: by.length > 0 && own.length === 0 }
      }),
  }
}
