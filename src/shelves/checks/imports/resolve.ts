import type { RepoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import { normalised } from '../../../core/python/distribution-name.ts'
import type { Import } from '../../../core/python/imports.ts'
import { resolveRelative } from '../../../core/python/modules.ts'
import { removedFromLibrary } from '../../../core/python/stdlib.ts'
import type { ProjectFacts } from '../../../ports/check.ts'
import { isInTests } from '../looking.ts'
import { distributionsFor } from './distributions.ts'

/** What the judgement of one import needs of the project, worked out once. */
export interface Surroundings {
  readonly project: ProjectFacts
  readonly library: ReadonlySet<string>
  /** Every dotted module that the tree offers. */
  readonly own: ReadonlySet<string>
  readonly runtime: ReadonlySet<string>
  readonly development: ReadonlySet<string>
  /** Names that a module binds, when it could be read: `from package import name` may mean one of them. */
  readonly binds: (module: string) => ReadonlySet<string> | undefined
}

const top = (module: string): string => module.split('.')[0] ?? module

const finding = (path: RepoPath, at: Import, rule: string, message: string, fix: string): Unnamed => ({
  check: 'imports',
  rule,
  path,
  line: at.line,
  column: at.column,
  message,
  severity: at.typeChecking ? 'medium' : 'high',
  confidence: 'high',
  fix,
})

const inOwnTree = (path: RepoPath, at: Import, module: string, around: Surroundings): readonly Unnamed[] => {
  if (!around.own.has(module)) {
    return [
      finding(
        path,
        at,
        'unresolved',
        `\`${module}\` is not in this project.`,
        'Name a module of the tree, or make the missing one first.',
      ),
    ]
  }
  const bound = around.binds(module)
  if (!bound || at.names.includes('*')) return []
  return at.names
    .filter(name => !bound.has(name) && !around.own.has(`${module}.${name}`))
    .map(name =>
      finding(
        path,
        at,
        'unresolved',
        `\`${module}\` has no \`${name}\`.`,
        `Import what \`${module}\` defines, or define \`${name}\` there.`,
      ),
    )
}

const prohibited = (path: RepoPath, at: Import, module: string, { project }: Surroundings): readonly Unnamed[] => {
  const names = [module, ...at.names.map(name => `${module}.${name}`)]
  const rule = (project.prohibited ?? []).find(banned =>
    names.some(name => name === banned || name.startsWith(`${banned}.`)),
  )
  return rule === undefined
    ? []
    : [
        finding(
          path,
          at,
          'prohibited',
          `\`${rule}\` is prohibited by the design.`,
          'Do without it, or have the constraint changed.',
        ),
      ]
}

/** Which distributions a file gave reason to install, and what is wrong with one import of it. */
export const judgeImport = (
  path: RepoPath,
  at: Import,
  around: Surroundings,
): { readonly findings: readonly Unnamed[]; readonly uses: readonly string[] } => {
  const module = at.level > 0 ? resolveRelative(path, at.level, at.module) : at.module
  if (module === undefined) {
    const written = `${'.'.repeat(at.level)}${at.module}`
    return {
      findings: [
        finding(
          path,
          at,
          'unresolved',
          `\`${written}\` leads out of the package.`,
          'Use fewer dots, or an absolute import.',
        ),
      ],
      uses: [],
    }
  }
  const banned = prohibited(path, at, module, around)
  const candidates = distributionsFor(top(module), around.project.distributions)
  const declared = candidates.some(name => around.runtime.has(name) || around.development.has(name))
  // A folder such as `alembic/` at the root of the tree does not hide the distribution of that name.
  if (at.level > 0 || top(module) === around.project.package || (around.own.has(top(module)) && !declared)) {
    return { findings: [...banned, ...inOwnTree(path, at, module, around)], uses: [] }
  }
  // Type checkers bring `_typeshed` with them; it exists for them alone.
  if (at.typeChecking && top(module) === '_typeshed') return { findings: banned, uses: [] }
  if (around.library.has(top(module))) return { findings: banned, uses: [] }
  if (candidates.some(name => around.runtime.has(name))) return { findings: banned, uses: candidates }
  const forDevelopment = candidates.find(name => around.development.has(name))
  if (forDevelopment !== undefined && (isInTests(path) || at.typeChecking))
    return { findings: banned, uses: candidates }
  if (at.optional || isSibling(path, module, around)) return { findings: banned, uses: candidates }
  return {
    findings: [...banned, undeclared(path, at, module, candidates[0] ?? normalised(module), forDevelopment)],
    uses: [],
  }
}

/** Tests import helpers that lie beside them by their bare names, as pytest sets the path. */
const isSibling = (path: RepoPath, module: string, { own }: Surroundings): boolean => {
  const folder = path.split('/').slice(0, -1).join('.')
  return isInTests(path) && own.has(`${folder}.${module}`)
}

const undeclared = (
  path: RepoPath,
  at: Import,
  module: string,
  distribution: string,
  forDevelopment: string | undefined,
): Unnamed => {
  const left = removedFromLibrary(top(module))
  if (left !== undefined) {
    return finding(
      path,
      at,
      'undeclared',
      `\`${module}\` left the standard library in Python ${left}.`,
      'Use what replaced it, or declare the package that carries it on.',
    )
  }
  if (forDevelopment !== undefined) {
    return finding(
      path,
      at,
      'development-only',
      `\`${module}\` comes from \`${forDevelopment}\`, which only development installs: users would get an ImportError.`,
      `Move \`${forDevelopment}\` to the project’s requirements, or do without it here.`,
    )
  }
  return finding(
    path,
    at,
    'undeclared',
    `\`${module}\` is neither of the standard library, nor of this project, nor of a declared requirement.`,
    `Declare \`${distribution}\` in pyproject.toml, or do without it.`,
  )
}
