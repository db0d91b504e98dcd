import type { RepoPath } from '../../../base/repo-path.ts'
import type { Unnamed } from '../../../core/gates/finding-id.ts'
import {
  type CoverageReport,
  fileOf,
  type LastDone,
  proves,
  symbolOf,
  type TestResult,
  type TestResults,
} from '../../../core/gates/test-results.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import type { CheckRequest } from '../../../ports/check.ts'
import { isPython, toolPath } from '../looking.ts'

const common = { check: 'tests', severity: 'high', confidence: 'high' } as const

const inPackage = (path: RepoPath, name: string): boolean =>
  isPython(path) && !path.endsWith('.pyi') && (path.startsWith(`src/${name}/`) || path.startsWith(`${name}/`))

const failed = (test: TestResult): Unnamed => ({
  ...common,
  rule: test.outcome === 'error' ? 'test-error' : 'test-failed',
  path: toolPath(fileOf(test.id)),
  ...(test.line !== null && { line: test.line }),
  symbol: symbolOf(test.id),
  message: `${test.id.split('::').slice(1).join('::')} ${test.outcome === 'error' ? 'could not run' : 'failed'}: ${test.message}`,
})

const notCollected = ({ path, message, line, exits }: TestResults['errors'][number]): Unnamed => ({
  ...common,
  rule: exits ? 'ends-the-run' : 'collection-error',
  path: toolPath(path),
  ...(line !== null && { line }),
  message: `${exits ? `To load ${path} would end the whole run` : `pytest could not load ${path}`}, so ${
    isTestFile(path) ? 'none of its tests ran' : 'no test below it ran'
  }: ${message}`,
  ...(exits && { fix: 'Put what starts or ends a program below `if __name__ == "__main__":`.' }),
})

/** The file that ended the interpreter: no other test could run, by no fault of its own. */
export const findingOfEnd = ({ path, test, line, by }: LastDone): Unnamed => {
  const doing = test === null ? 'while it was loaded' : `while ${test.split('::').slice(1).join('::')} ran`
  return {
    ...common,
    rule: 'ends-the-run',
    path: toolPath(path),
    ...(line !== null && { line }),
    ...(test !== null && { symbol: symbolOf(test) }),
    message:
      by === ''
        ? `The interpreter ended ${doing}, so no test could be reported.`
        : `${by} ends the interpreter, so no test could be reported.`,
    fix: 'Let what is tested return or raise; only a program’s own main ends it.',
  }
}

/** A folder that pytest could not enter is told as the file in it that could not be loaded. */
export const withCulprits = (results: TestResults, tree: readonly RepoPath[]): TestResults => {
  const there = new Set<string>(tree)
  const culprit = (path: string): string =>
    there.has(path) ? path : ([`${path}/conftest.py`, `${path}/__init__.py`].find(each => there.has(each)) ?? path)
  return { ...results, errors: results.errors.map(each => ({ ...each, path: culprit(each.path) })) }
}

const isAround = (broken: string, path: RepoPath): boolean =>
  /(?:^|\/)(?:conftest|__init__)\.py$/.test(broken) && path.startsWith(broken.slice(0, broken.lastIndexOf('/') + 1))

/** The file for whose sake nothing of another one was executed; undefined where that has no such reason. */
const hindrance = (path: RepoPath, { errors, tests, unrun }: TestResults): string | undefined => {
  if (errors.some(each => each.path === path) || tests.some(test => fileOf(test.id) === path)) return undefined
  // What was found and then stopped at somebody else's error was hindered as well.
  return errors.find(each => isAround(each.path, path) || (unrun[path] ?? 0) > 0)?.path
}

/** Test files of which nothing ran because another file could not be loaded: that file is to blame, and they are not judged. */
export const hindered = (results: TestResults, judged: readonly RepoPath[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    judged.flatMap(path => {
      const broken = hindrance(path, results)
      return broken === undefined ? [] : [[path, `not run: pytest could not load ${broken}`]]
    }),
  )

/** Why the tests of a file prove nothing, or undefined when they do. */
const emptiness = (tests: readonly TestResult[]): string | undefined => {
  if (tests.length === 0) return 'No test of this file was executed.'
  if (tests.some(proves) || tests.some(test => test.outcome === 'error')) return undefined
  if (tests.every(test => test.outcome === 'skipped')) return 'Every test of this file is skipped.'
  return 'Every test of this file is skipped or expected to fail.'
}

/** Zero tests executed, all skipped, or all expected to fail is a failure, for each judged file. */
const provesNothing = (path: RepoPath, results: TestResults): Unnamed | undefined => {
  const { tests, deselected, errors } = results
  if (errors.some(error => error.path === path) || hindrance(path, results) !== undefined) return undefined
  const reason = emptiness(tests.filter(test => fileOf(test.id) === path))
  return reason === undefined
    ? undefined
    : {
        ...common,
        rule: 'no-test-executed',
        path,
        message: deselected > 0 ? `${reason} (${deselected} deselected.)` : reason,
        why: 'What was not executed shows nothing.',
        fix: 'Write a test that runs and can fail.',
      }
}

/** Tests that pytest found and that did not run, although others of their file did. */
const leftOut = (path: RepoPath, { tests, unrun, errors }: TestResults): Unnamed | undefined => {
  const count = unrun[path] ?? 0
  // A file that could not be loaded to its end is told as that.
  if (count === 0 || errors.some(each => each.path === path) || !tests.some(test => fileOf(test.id) === path))
    return undefined
  return {
    ...common,
    rule: 'not-run',
    path,
    message: `${count} of this file’s tests ${count === 1 ? 'was' : 'were'} found and not run.`,
    why: 'What was not executed shows nothing.',
    fix: 'Remove the option or the hook in conftest.py that takes them out.',
  }
}

/** What the run says about the judged test files. */
export const findingsOfTests = (results: TestResults, judged: readonly RepoPath[]): readonly Unnamed[] => [
  ...results.errors.map(notCollected),
  ...results.tests.filter(test => test.outcome === 'failed' || test.outcome === 'error').map(failed),
  ...judged.flatMap(path => [provesNothing(path, results), leftOut(path, results)]).filter(each => each !== undefined),
]

/** Files of the package that coverage says nothing of: nothing was measured there, whatever the total says. */
export const findingsOfUnmeasured = ({ files }: CoverageReport, request: CheckRequest): readonly Unnamed[] => {
  const measured = new Set(Object.keys(files).map(toolPath))
  const { package: name } = request.project
  return [...request.files]
    .filter(([path, text]) => inPackage(path, name) && !isTestFile(path) && !measured.has(path) && text.trim() !== '')
    .map(([path]) => ({
      ...common,
      rule: 'not-measured',
      path,
      message: 'Coverage did not measure this file: the tests ran on something else, or never saw it.',
      why: 'A total that leaves a file out says nothing of it.',
      fix: 'Give every folder of the package its __init__.py, and let the tests import the package as it is installed.',
    }))
}

/** Coverage below what the design asks for, told at the file that lacks most. */
export const findingOfCoverage = ({ totals, files }: CoverageReport, wanted: number): Unnamed | undefined => {
  if (totals.percent_covered >= wanted) return undefined
  const lacking = Object.entries(files).toSorted(([, a], [, b]) => b.summary.missing_lines - a.summary.missing_lines)
  const [worst] = lacking
  const told = lacking
    .filter(([, file]) => file.summary.missing_lines > 0)
    .slice(0, 3)
    .map(([path, file]) => `${toolPath(path)} (${Math.floor(file.summary.percent_covered)} %)`)
  const line = worst?.[1].missing_lines[0]
  return {
    ...common,
    rule: 'coverage',
    path: toolPath(worst?.[0] ?? 'pyproject.toml'),
    ...(line !== undefined && { line }),
    message: `The tests cover ${totals.percent_covered.toFixed(1)} %; ${wanted} % is wanted.${told.length > 0 ? ` Least covered: ${told.join(', ')}.` : ''}`,
    severity: 'medium',
    fix: 'Test the lines that no test reaches.',
  }
}
