import type { CheckOutcome } from '../../../core/gates/finding.ts'
import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import {
  coverageReport,
  figures,
  fileOf,
  type LastDone,
  lastDone,
  testResults,
} from '../../../core/gates/test-results.ts'
import { isTestFile } from '../../../core/python/test-file.ts'
import { type Check, type CheckRequest, check, type ToolOutcome } from '../../../ports/check.ts'
import { cutShort, lastWords, nothingToCheck, outcome, parsedJson, unable } from '../looking.ts'
import { loosened } from '../loosened.ts'
import { isWhole, judgedTests, measures, testCommand } from './command.ts'
import {
  findingOfCoverage,
  findingOfEnd,
  findingsOfTests,
  findingsOfUnmeasured,
  hindered,
  withCulprits,
} from './findings.ts'
import { looseningsOfTests } from './loosenings.ts'

const appliesTo: Check['appliesTo'] = (path, { project }) => {
  if (project.untested) return 'the design says that there are no tests'
  return isTestFile(path) ? true : 'its tests are run with their own files'
}

/** What the interpreter was at when it ended from within, where it left no result; only a file that is there can have done it. */
const endOf = (ended: ToolOutcome, { tree }: CheckRequest): LastDone | undefined => {
  const { data } = lastDone.safeParse(parsedJson(ended.collected['doing.json']))
  return tree.some(each => each === data?.path) ? data : undefined
}

/** Whoever ended the interpreter is to blame, and the others are not judged. */
const endedFromWithin = (last: LastDone, loose: readonly Unnamed[], request: CheckRequest): CheckOutcome => {
  const end = findingOfEnd(last)
  const judged = judgedTests(request)
  const others = judged.filter(each => each !== end.path)
  return {
    ...outcome([...loose, end], request, { files: judged.length }),
    unjudged: Object.fromEntries(others.map(each => [each, `not run: ${end.path} ended the interpreter`])),
  }
}

export default check({
  id: 'tests',
  title: 'Tests',
  what: 'The tests were executed in the project’s environment, none failed, each file proves something, nothing leaves tests out, and coverage reaches what was decided.',
  order: 6,
  version: 7,
  faults: ({ planted }) => [
    {
      is: 'a test that fails',
      files: { [`tests/test_${planted}.py`]: 'def test_planted() -> None:\n    assert [1] == [2]\n' },
    },
    {
      is: 'a test file in which nothing is executed',
      files: {
        [`tests/test_${planted}.py`]:
          'import pytest\n\n\n@pytest.mark.skip(reason="planted")\ndef test_planted() -> None:\n    assert [1] == [1]\n',
      },
    },
  ],
  inputs: () => true,
  appliesTo,
  // Tests that somebody wrote all the same are run.
  unwanted: ({ project, tree }) =>
    project.untested && !tree.some(isTestFile) ? 'not chosen: the design says `testing: none`' : undefined,
  tool: {
    command: testCommand,
    read: (ended, request, nonce) => {
      // What is killed while one of the project's files is at work is that file's doing, as far as anybody can know.
      const cut =
        ended.exit === undefined && !ended.timedOut && endOf(ended, request) ? undefined : cutShort('pytest', ended)
      if (cut) return cut
      if (/No module named '?pytest'?$/m.test(ended.stderr))
        return unable('missing', 'pytest is not installed in the environment')
      const loose = looseningsOfTests(request).map(each => loosened('tests', each))
      const crashed = (reason: string) => ({ ...unable('crashed', reason), findings: named(loose, request.files) })
      const parsed = testResults.safeParse(parsedJson(ended.collected['tests.json']))
      const end = parsed.success ? undefined : endOf(ended, request)
      if (end !== undefined) return endedFromWithin(end, loose, request)
      if (!parsed.success) return crashed(`pytest ended with ${ended.exit} and gave no result: ${lastWords(ended)}`)
      if (parsed.data.nonce !== nonce) return crashed('the result of the tests was not written by this run')
      const results = withCulprits(parsed.data, request.tree)
      const judged = judgedTests(request)
      if (judged.length === 0) return nothingToCheck('no test file')

      // What could not be loaded covers nothing: the figure would speak of that, and blame the code.
      const asked = measures(request) && isWhole(request) && results.errors.length === 0
      const coverage = asked ? coverageReport.safeParse(parsedJson(ended.collected['coverage.json'])) : undefined
      const below = coverage?.success ? findingOfCoverage(coverage.data, request.project.coverage) : undefined
      const unmeasured = coverage?.success ? findingsOfUnmeasured(coverage.data, request) : []
      const told = [...findingsOfTests(results, judged), ...(below ? [below] : []), ...unmeasured]
      if (told.length === 0 && ended.exit !== 0) {
        return crashed(`no test failed, and yet pytest ended with ${ended.exit}: ${lastWords(ended)}`)
      }
      if (told.length === 0 && coverage && !coverage.success)
        return crashed('coverage was asked for and wrote no figures')

      const findings = [...loose, ...told]
      const files = [...new Set([...judged, ...results.tests.map(test => fileOf(test.id))])]
      return {
        ...outcome(findings, request, {
          ...figures(results.tests),
          tests_collected: results.collected,
          tests_deselected: results.deselected,
          files: judged.length,
          ...(coverage?.success && { coverage_percent: coverage.data.totals.percent_covered }),
        }),
        unjudged: hindered(results, judged),
        byFile: Object.fromEntries(
          files.map(path => [path, figures(results.tests.filter(test => fileOf(test.id) === path))]),
        ),
      }
    },
  },
})
