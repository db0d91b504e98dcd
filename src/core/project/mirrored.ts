import type { Project } from './project.ts'

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.py$/, '')

/** Modules that hold something to be tested, those without a test file of their name, and one test file. */
export const unmirrored = (
  project: Project,
): { readonly all: readonly string[]; readonly without: readonly string[]; readonly tested: string | undefined } => {
  const tests = [...project.view.python].filter(
    ([path, { tests: count }]) => count > 0 && project.roleOf(path) === 'tests',
  )
  const names = new Set(tests.map(([path]) => nameOf(path).replace(/^test_|_test$/g, '')))
  const all = [...project.view.python]
    .filter(
      ([path, facts]) =>
        project.roleOf(path) === 'source' && facts.functions > 0 && project.moduleOf(path) !== undefined,
    )
    .map(([path]) => path)
    .filter(path => !/^__\w+__$/.test(nameOf(path)))
  const isTested = (path: string): boolean => {
    const own = nameOf(path).replace(/^_+/, '')
    // Where two modules share a name, their tests carry the folder’s name too.
    const folder = path.split('/').at(-2) ?? ''
    return names.has(own) || names.has(`${folder}_${own}`) || names.has(nameOf(path))
  }
  return { all, without: all.filter(path => !isTested(path)), tested: tests[0]?.[0] }
}
