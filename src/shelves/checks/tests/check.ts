import { type Check, check } from '../../../ports/check.ts'
import { cutShort, isTestFile, lastWords, nothingToCheck, outcome, parsedJson, unable } from '../looking.ts'
import { isWhole, judgedTests, measures, testCommand } from './command.ts'
import { findingOfCoverage, findingsOfTests } from './findings.ts'
import { coverageReport, figures, fileOf, testResults } from './results.ts'

const appliesTo: Check['appliesTo'] = (path, { project }) => {
  if (project.untested) return 'the design says that there are no tests'
  return isTestFile(path) ? true : 'its tests are run with their own files'
}

export default check({
  id: 'tests',
  title: 'Tests',
  what: 'The tests were executed in the project’s environment, none failed, each file proves something, and coverage reaches what was decided.',
  order: 6,
  inputs: () => true,
  appliesTo,
  tool: {
    command: testCommand,
    read: (ended, request, nonce) => {
      const cut = cutShort('pytest', ended)
      if (cut) return cut
      if (/No module named '?pytest'?$/m.test(ended.stderr))
        return unable('missing', 'pytest is not installed in the environment')
      const parsed = testResults.safeParse(parsedJson(ended.collected['tests.json']))
      if (!parsed.success)
        return unable('crashed', `pytest ended with ${ended.exit} and gave no result: ${lastWords(ended)}`)
      if (parsed.data.nonce !== nonce) return unable('crashed', 'the result of the tests was not written by this run')
      const results = parsed.data
      const judged = judgedTests(request)
      if (judged.length === 0) return nothingToCheck('no test file')

      const asked = measures(request) && isWhole(request)
      const coverage = asked ? coverageReport.safeParse(parsedJson(ended.collected['coverage.json'])) : undefined
      const below = coverage?.success ? findingOfCoverage(coverage.data, request.project.coverage) : undefined
      const findings = [...findingsOfTests(results, judged), ...(below ? [below] : [])]
      if (findings.length === 0 && ended.exit !== 0) {
        return unable('crashed', `no test failed, and yet pytest ended with ${ended.exit}: ${lastWords(ended)}`)
      }
      if (findings.length === 0 && coverage && !coverage.success)
        return unable('crashed', 'coverage was asked for and wrote no figures')

      const files = [...new Set([...judged, ...results.tests.map(test => fileOf(test.id))])]
      return {
        ...outcome(findings, request, {
          ...figures(results.tests),
          tests_collected: results.collected,
          tests_deselected: results.deselected,
          files: judged.length,
          ...(coverage?.success && { coverage_percent: coverage.data.totals.percent_covered }),
        }),
        byFile: Object.fromEntries(
          files.map(path => [path, figures(results.tests.filter(test => fileOf(test.id) === path))]),
        ),
      }
    },
  },
})
