import type { EntryPoint } from '../python/entry-points.ts'
import { type Claim, type Contradiction, claim, type Found, type Unknown } from './claim.ts'
import { detectBuild } from './detectors/build.ts'
import { detectEntries } from './detectors/entry-points.ts'
import { detectLayout } from './detectors/layout.ts'
import { detectLicense } from './detectors/license.ts'
import { detectManager } from './detectors/manager.ts'
import { detectPython } from './detectors/python-range.ts'
import { detectSurroundings } from './detectors/surroundings.ts'
import { detectTests } from './detectors/tests.ts'
import { detectTools } from './detectors/tools.ts'
import { detectVersion } from './detectors/version.ts'
import { detectWorkspace } from './detectors/workspace.ts'
import type { Project } from './project.ts'
import { type NotOne, notAProject } from './subject.ts'

/** Everything that is told of a repository, each with its place. */
export interface Portrait {
  readonly claims: readonly Claim[]
  readonly entries: readonly EntryPoint[]
  readonly contradictions: readonly Contradiction[]
  readonly unknown: readonly Unknown[]
  /** Why it is none of a Python project, where it is not. */
  readonly not: NotOne | undefined
}

/** How much there is: lines of the program and of its tests. */
const detectSize = (project: Project): Found => {
  const all = [...project.view.python]
  const inRole = (role: 'source' | 'tests') => all.filter(([path]) => project.roleOf(path) === role)
  const sum = (files: typeof all): number => files.reduce((lines, [, facts]) => lines + facts.lines, 0)
  const sources = inRole('source')
  const longest = sources.toSorted((a, b) => b[1].lines - a[1].lines)[0]
  return longest === undefined
    ? { claims: [] }
    : {
        claims: [
          claim(
            'size',
            `${sum(sources)} lines of source in ${sources.length} files, ${sum(inRole('tests'))} lines of tests in ${inRole('tests').length} files`,
            'counted; the longest file is here',
            longest[0],
          ),
        ],
      }
}

/** Looks at a project with every detector. */
export const portraitOf = (project: Project): Portrait => {
  const found = [
    detectManager,
    detectBuild,
    detectPython,
    detectWorkspace,
    detectLayout,
    detectTests,
    detectVersion,
    detectTools,
    detectSurroundings,
    detectLicense,
    detectSize,
  ].map(detect => detect(project))
  const entries = detectEntries(project)
  const broken = project.view.broken().map(
    ({ path, line, why }): Contradiction => ({
      topic: 'build',
      said: `${path} cannot be read: ${why}`,
      places: [{ path, line }],
    }),
  )
  return {
    claims: found.flatMap(each => each.claims),
    entries: entries.entries,
    contradictions: [...broken, ...found.flatMap(each => each.contradictions ?? []), ...entries.contradictions],
    unknown: [...found.flatMap(each => each.unknown ?? []), ...entries.unknown],
    not: notAProject(project, entries.entries.length),
  }
}
