import { camelCase } from 'es-toolkit/string/camelCase'
import { capitalize } from 'es-toolkit/string/capitalize'
import { isRefusal } from '../../../base/refusal.ts'
import { repoPath } from '../../../base/repo-path.ts'
import { standardLibrary } from '../../python/stdlib.ts'
import { isKnownDistribution } from '../plan/versions.ts'
import type { Names } from '../world.ts'
import type { Intake } from './types.ts'

/** Python's hard keywords, and the soft ones that read badly as a module. Source: docs.python.org/3/reference/lexical_analysis.html. */
const keywords = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in
  is lambda nonlocal not or pass raise return try while with yield match case type _`.split(/\s+/),
)

/** Whether Python reads the word as its own. */
export const isKeyword = (word: string): boolean => keywords.has(word)

/** A name that a coming Python takes is as bad a choice as one that today's has. */
const newest = '3.15'

/** A distribution's name in the form that indexes compare (PEP 503). */
export const distributionName = (name: string): string => name.replaceAll(/[-_.]+/g, '-').toLowerCase()

/** A name that some system keeps for something else can be no file or folder there. */
const deviceProblem = (name: string): string | undefined => {
  const path = repoPath(name)
  return isRefusal(path) ? `No folder can be called so everywhere: ${path.data.reason}.` : undefined
}

/** Names that a package of that name would be mistaken for where it is installed or tested. */
const installers = new Set(['conftest', 'coverage', 'pip', 'setuptools', 'uv', 'wheel'])

const importNameProblem = (name: string, what: string): string | undefined => {
  if (!/^[a-z_][a-z0-9_]*$/.test(name)) {
    return `${what} is a Python identifier in lower case: letters a–z, digits and underscores, not beginning with a digit.`
  }
  // Ruff's E741 and E742: as I, l or O they are taken for digits wherever they stand.
  if (/^[ilo]$/.test(name)) return `"${name}" alone is easily taken for a digit.`
  if (keywords.has(name)) return `"${name}" is a Python keyword, so nobody could import it.`
  if (standardLibrary(newest).has(name))
    return `"${name}" is a module of Python’s standard library; importing one would hide the other.`
  // Imports, docstrings and class names hold it, and no line is longer than 100.
  if (name.length > 30) return 'It is longer than 30 characters.'
  return deviceProblem(name)
}

/** Why a text cannot be the name of a component and its module; undefined when it can. */
export const moduleNameProblem = (name: string): string | undefined =>
  importNameProblem(name, 'A component’s name') ??
  (keywords.has(pascal(name))
    ? `Its class would be called "${pascal(name)}", which is a Python keyword: nobody could import it.`
    : undefined)

/** Why a text cannot be a package’s name; undefined when it can. */
export const packageNameProblem = (name: string): string | undefined => {
  const problem = importNameProblem(name, 'A package name')
  if (problem !== undefined) return problem
  if (name.startsWith('_') || name.endsWith('_')) {
    return 'It begins or ends with an underscore; package indexes refuse such names (PEP 508).'
  }
  if (installers.has(name) || isKnownDistribution(distributionName(name)))
    return `"${name}" is installed or read beside every project; one of the two would hide the other.`
  return ['test', 'tests', 'src', 'docs', 'examples'].includes(name)
    ? `"${name}" is the name of a folder that the project itself has or may get.`
    : undefined
}

/** Why a text cannot be the name of the repository’s folder; undefined when it can. */
export const repositoryNameProblem = (name: string): string | undefined => {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) {
    return 'A repository name is one folder: letters, digits, dots, hyphens and underscores, beginning with a letter or digit.'
  }
  if (name.endsWith('.') || name.endsWith('.git') || name.includes('..'))
    return 'It ends with a dot or ".git", or holds "..".'
  return name.length > 100 ? 'It is longer than 100 characters.' : deviceProblem(name)
}

const pascal = (name: string): string => {
  const camel = camelCase(name)
  return camel.charAt(0).toUpperCase() + camel.slice(1)
}

/** The beginning of class names for a snake-case name: `order_line` → `OrderLine`. */
export const pascalName = pascal

/** Words that are written in capitals. */
const acronyms = new Set([
  'ai',
  'api',
  'cli',
  'csv',
  'html',
  'http',
  'id',
  'json',
  'pdf',
  'sdk',
  'sql',
  'ui',
  'url',
  'xml',
])

/** All names that follow from the intake. */
export const namesOf = (intake: Pick<Intake, 'package_name' | 'repository_name'>): Names => ({
  package: intake.package_name,
  pascal: pascal(intake.package_name),
  distribution: distributionName(intake.package_name),
  repository: intake.repository_name,
  env_prefix: `${intake.package_name.toUpperCase()}_`,
  title: intake.repository_name
    .split(/[-_.]+/)
    .filter(Boolean)
    .map(word => (acronyms.has(word.toLowerCase()) ? word.toUpperCase() : capitalize(word)))
    .join(' '),
})
