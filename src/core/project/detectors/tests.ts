import { isTestFile } from '../../python/test-file.ts'
import { claim, type Found } from '../claim.ts'
import type { Project } from '../project.ts'

/** Where the tests lie: in a folder beside the packages, inside them, or both. */
export const detectTests = (project: Project): Found => {
  const { view } = project
  const all = [...view.python].filter(([path, facts]) => facts.tests > 0 && project.roleOf(path) === 'tests')
  // Data of tests may be Python that only looks like one; what is named as a runner wants it tells more.
  const collected = all.filter(([path]) => isTestFile(path) || path.endsWith('/tests.py'))
  const files = collected.length > 0 ? collected : all
  const isInside = (path: string): boolean =>
    project.memberOf(path).packages.some(each => each.kind !== 'module' && path.startsWith(`${each.path}/`))
  const inside = files.filter(([path]) => isInside(path))
  const beside = files.filter(([path]) => !isInside(path))
  const [first] = [...beside, ...inside]
  if (first === undefined)
    return {
      claims: [],
      unknown: [{ topic: 'tests', why: 'no file was found whose functions a test runner would collect' }],
    }
  const where =
    inside.length === 0
      ? 'beside the package'
      : beside.length === 0
        ? 'inside the package'
        : 'beside the package and inside it'
  const count = files.reduce((sum, [, facts]) => sum + facts.tests, 0)
  const places = [beside[0], inside[0]].flatMap(each => (each === undefined ? [] : [each[0]]))
  return {
    claims: places
      .slice(0, 1)
      .map(path =>
        claim(
          'tests',
          where,
          `${count} test functions in ${files.length} ${files.length === 1 ? 'file' : 'files'}, the first of them here`,
          path,
        ),
      ),
  }
}
