import type { Project } from './project.ts'

/** What a folder is, where it is nothing that Trysquare could take in. */
export interface NotOne {
  readonly kind: 'empty' | 'not-python' | 'notebooks' | 'scripts'
  /** What was counted, in words. */
  readonly because: string
}

/** A handful of files that nothing holds together. */
const fewScripts = 8

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

/** Whether the folder is none of a Python project: nothing in it, notebooks, single scripts, or another language. */
export const notAProject = (project: Project, entries: number): NotOne | undefined => {
  const { view, members } = project
  const sources = [...view.python].filter(([path, facts]) => project.roleOf(path) === 'source' && !facts.empty)
  const notebooks = view.paths.filter(path => path.endsWith('.ipynb')).length
  const packaged = members.some(each => each.packaged)
  const packages = members.flatMap(each => each.packages)
  if (view.paths.length === 0) return { kind: 'empty', because: 'there is no file in it' }
  if (packaged && (packages.length > 0 || sources.length > 0)) return undefined
  if (notebooks > 0 && notebooks >= sources.length && packages.length === 0)
    return {
      kind: 'notebooks',
      because: `${counted(notebooks, 'notebook')}, ${counted(sources.length, 'Python source')}, and no package`,
    }
  if (packages.length === 0 && (sources.length === 0 || sources.length * 50 < view.paths.length))
    return {
      kind: 'not-python',
      because: `${counted(sources.length, 'Python source')} among ${counted(view.paths.length, 'file')}, and nothing that packages them`,
    }
  const tests = [...view.python.values()].reduce((sum, each) => sum + each.tests, 0)
  const isHeld =
    packages.length > 0 ||
    entries > 0 ||
    tests > 0 ||
    view.paths.some(path => /(?:^|\/)(?:requirements[\w.-]*\.txt|Pipfile|environment\.ya?ml)$/.test(path))
  return isHeld || sources.length > fewScripts
    ? undefined
    : {
        kind: 'scripts',
        because: `${counted(sources.length, 'script')} and no package, requirements, tests or application`,
      }
}
