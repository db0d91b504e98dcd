/** What a file is there for. Only sources are the program itself. */
export type Role = 'source' | 'tests' | 'docs' | 'examples' | 'helpers'

const tests = new Set(['tests', 'test', 'testing', 't', 'unittests', 'unit_tests', 'integration_tests', 'e2e', 'spec'])
const docs = new Set(['docs', 'doc', 'documentation', 'docs_src', 'site', 'website', 'news', 'changes'])
const examples = new Set([
  'examples',
  'example',
  'samples',
  'sample',
  'demo',
  'demos',
  'tutorials',
  'tutorial',
  'notebooks',
  'playground',
  'templates',
  'template',
])
const helpers = new Set([
  'scripts',
  'script',
  'tools',
  'tool',
  'tasks',
  'bin',
  'ci',
  'hack',
  'dev',
  'devtools',
  'utils',
  'bench',
  'benchmarks',
  'benchmark',
  'perf',
  'profiling',
  'extra',
  'extras',
  'contrib',
  'release',
  'packaging',
  'typings',
  'stubs',
  'vendor',
  'third_party',
  '.github',
  'misc',
  'etc',
])

const roleOfFolder = (name: string): Role | undefined => {
  const lower = name.toLowerCase()
  if (tests.has(lower)) return 'tests'
  if (docs.has(lower)) return 'docs'
  if (examples.has(lower)) return 'examples'
  return helpers.has(lower) || lower.startsWith('.') ? 'helpers' : undefined
}

/** A file that pytest or unittest would look into, by its name. */
const isTestName = (name: string): boolean => /^(?:test_.*|.*_test|conftest|tests?)\.py$/.test(name)

/** Files at the top that set tools up. */
const settings = new Set([
  'setup.py',
  'noxfile.py',
  'conftest.py',
  'fabfile.py',
  'tasks.py',
  'dodo.py',
  'versioneer.py',
])

/**
 * The role of a path below the folder of a project. The first folder decides, and of the folders below it only those of tests: inside
 * a package `demo`, `tools` or `test` is code like any other.
 */
export const roleOf = (path: string): Role => {
  const parts = path.split('/')
  const name = parts.at(-1) ?? ''
  const [top = '', ...deeper] = parts.slice(0, -1)
  if (parts.length === 1) return settings.has(name) ? 'helpers' : isTestName(name) ? 'tests' : 'source'
  const first = roleOfFolder(top)
  if (first !== undefined) return first
  if (deeper.includes('tests')) return 'tests'
  return isTestName(name) && name !== 'test.py' ? 'tests' : 'source'
}

/** Whether a path leads into what was copied in from other projects. */
export const isVendored = (path: string): boolean => /(?:^|\/)_?(?:vendor|vendored|third_party|extern)\//.test(path)

/** Whether a folder’s name says that no package of the project is meant. */
export const isAside = (folder: string): boolean => roleOfFolder(folder) !== undefined

const isShown = (name: string): boolean =>
  /^(?:fixtures?|vendor|_vendor|third_party|testdata|data|\{\{.*)$/.test(name) ||
  /(?:^|[-_])(?:examples?|samples?|demos?|fixtures?|tutorials?|templates?)(?:[-_]|$)/i.test(name)

/** Whether a path lies in what is only shown, tested with or copied from elsewhere: a project there is nobody’s own. */
export const isSample = (folder: string): boolean =>
  folder.split('/').some(each => {
    const role = roleOfFolder(each)
    return role === 'tests' || role === 'docs' || role === 'examples' || isShown(each)
  })
