import { isConftest } from '../../python/reached.ts'
import { isTestFile } from '../../python/test-file.ts'
import { packageFolder } from '../tree/package-folder.ts'
import { baseName, folderOf } from '../tree/path-parts.ts'
import type { Plan } from './plan.ts'
import { testedRole } from './tested-role.ts'

interface Tested {
  readonly test: string
  readonly source: string
}

/** The tests of single modules that a plan has, each with its module. */
const testedIn = ({ tasks }: Pick<Plan, 'tasks'>): readonly Tested[] => {
  const paths = new Map(tasks.map(each => [each.role, each.path]))
  return tasks.flatMap(({ role, path }) => {
    const source = paths.get(testedRole(role) ?? '')
    return source === undefined ? [] : [{ test: path, source }]
  })
}

/**
 * Where the test of a new module belongs, as the plan does it with its own: beside the modules, in folders like theirs, or all in
 * one. Undefined of what is no module of the package, where the design has no tests, and where there is such a file already.
 */
export const companionOf = (path: string, plan: Pick<Plan, 'tasks' | 'early'>): string | undefined => {
  const { architecture, names, structure } = plan.early
  const folder = packageFolder(structure, names.package)
  const isModule = path.startsWith(`${folder}/`) && path.endsWith('.py') && !isTestFile(path) && !isConftest(path)
  if (!isModule || baseName(path).startsWith('__') || architecture.testing === 'none') return undefined
  const known = testedIn(plan)
  const isBeside = known.some(({ test, source }) => folderOf(test) === folderOf(source))
  const isMirrored = known.some(({ test }) => test.startsWith('tests/unit/'))
  const place = isBeside ? folderOf(path) : isMirrored ? `tests/unit${folderOf(path).slice(folder.length)}` : 'tests'
  const test = `${place}/test_${baseName(path)}`
  return plan.tasks.some(each => each.path === test) ? undefined : test
}
