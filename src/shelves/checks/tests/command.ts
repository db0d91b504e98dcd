import type { RepoPath } from '../../../base/repo-path.ts'
import { normalised } from '../../../core/python/distribution-name.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import type { CheckRequest, ToolCommand } from '../../../ports/check.ts'

/** Seconds that one test may take. */
const perTest = 60

/** Whether the project's environment measures coverage. */
export const measures = ({ project }: Pick<CheckRequest, 'project'>): boolean =>
  project.dev_requirements.some(each => normalised(each) === 'pytest-cov')

/** The test files of the focus. */
export const judgedTests = ({ focus }: CheckRequest): readonly RepoPath[] => focus.filter(isTestFile)

/** Whether every test of the tree is judged: only then does coverage say something. */
export const isWhole = (request: CheckRequest): boolean => {
  const judged = new Set(request.focus)
  return request.tree.filter(isTestFile).every(path => judged.has(path))
}

const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')

/** The folders of the tests, without those that lie in another one; thousands of paths would not fit a command line. */
const foldersOf = (paths: readonly string[]): readonly string[] => {
  const folders = [...new Set(paths.map(folderOf))]
  return folders.filter(
    folder => !folders.some(other => other !== folder && (other === '' || folder.startsWith(`${other}/`))),
  )
}

/** Plug-ins that tests may stand on, by their distributions; nothing else is loaded. */
const known: Readonly<Record<string, string>> = {
  'pytest-cov': 'pytest_cov',
  'pytest-asyncio': 'pytest_asyncio.plugin',
}

const plugins = ({ project }: CheckRequest): readonly string[] =>
  project.dev_requirements.flatMap(each => {
    const plugin = known[normalised(each)]
    return plugin === undefined ? [] : ['-p', plugin]
  })

const coverageArgs = (request: CheckRequest): readonly string[] => {
  if (!measures(request)) return []
  // A part of the tests must not fail by the coverage that the project's own options ask of all.
  if (!isWhole(request)) return ['--no-cov']
  return [`--cov=${request.project.package}`, '--cov-report=json:{scratch}/coverage.json', '--cov-fail-under=0']
}

/** What pytest is told in every run of ours, whatever the project's own options say. */
export const pytestArgs = (request: CheckRequest): readonly string[] => [
  '-p',
  'trysquare_probe',
  '-p',
  'no:cacheprovider',
  // One file that cannot be loaded says nothing of the others.
  '--continue-on-collection-errors',
  // Nor does one that fails, whatever the project's own options say (`-x`): they are read before these.
  '--maxfail=0',
  ...plugins(request),
]

/** The tests that are judged, as pytest is given them. */
export const targetsOf = (request: CheckRequest): readonly string[] => {
  const judged = judgedTests(request)
  return (isWhole(request) ? foldersOf(judged) : judged).map(path => (path === '' ? '.' : `./${path}`))
}

/** What surrounds every run: empty is as if it were not set, for what the person's shell says must not reach into a proof. */
export const pytestSurroundings: Readonly<Record<string, string>> = {
  PYTHONPATH: '{scratch}',
  PYTHONDONTWRITEBYTECODE: '1',
  PYTEST_ADDOPTS: '',
  PYTEST_PLUGINS: '',
  // A package that was put into the environment must not change how tests are judged; what is needed is named.
  PYTEST_DISABLE_PLUGIN_AUTOLOAD: '1',
  PYTHONOPTIMIZE: '',
  COVERAGE_RCFILE: '',
  COVERAGE_PROCESS_START: '',
  COVERAGE_FILE: '{scratch}/coverage.data',
  TRYSQUARE_TEST_SECONDS: String(perTest),
}

/** The run of pytest, with the plug-in that reports from inside. */
export const testCommand = (request: CheckRequest, nonce: string): ToolCommand => ({
  program: 'python',
  // -P: a file of the project that is called pytest.py must not be taken for pytest.
  args: ['-P', '-m', 'pytest', ...pytestArgs(request), ...coverageArgs(request), ...targetsOf(request)],
  env: pytestSurroundings,
  scratchFrom: { 'trysquare_probe.py': 'tests/plugin/trysquare_probe.py' },
  scratch: { 'orders.json': JSON.stringify({ nonce }) },
  collect: ['tests.json', 'doing.json', 'coverage.json'],
  timeoutSeconds: 900,
})
