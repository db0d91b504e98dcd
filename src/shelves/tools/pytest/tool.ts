import { named, type Unnamed } from '../../../core/gates/finding-id.ts'
import { figures, fileOf, symbolOf, testResults } from '../../../core/gates/test-results.ts'
import { cutShort, lastWords, parsedJson, unable } from '../../../core/gates/tool-end.ts'
import { testFolders } from '../../../core/project/test-folders.ts'
import { setUp } from '../../../core/project/tool-set.ts'
import { ownTool } from '../../../ports/own-tool.ts'
import { pathBelow } from '../paths.ts'

/** Seconds that one test may take: strangers’ tests may be slow, and none may hang for ever. */
const perTest = 300

export default ownTool({
  id: 'pytest',
  title: 'No test fails, with the settings that the repository chose.',
  order: 30,
  set: setUp('pytest'),
  command: ({ nonce, project }) => ({
    program: 'python',
    args: [
      '-m',
      'pytest',
      '-p',
      'trysquare_probe',
      '-p',
      'no:cacheprovider',
      '--continue-on-collection-errors',
      '--maxfail=0',
      ...testFolders(project),
    ],
    env: {
      PYTHONPATH: '{scratch}',
      PYTEST_ADDOPTS: '',
      COVERAGE_FILE: '{scratch}/coverage.data',
      TRYSQUARE_TEST_SECONDS: String(perTest),
    },
    scratchFrom: { 'trysquare_probe.py': 'tests/plugin/trysquare_probe.py' },
    scratch: { 'orders.json': JSON.stringify({ nonce }) },
    collect: ['tests.json'],
    timeoutSeconds: 3600,
  }),
  read: (ended, run) => {
    const cut = cutShort('pytest', ended)
    if (cut !== undefined) return cut
    if (/No module named '?pytest'?$/m.test(ended.stderr)) return unable('missing', 'pytest is not in the environment')
    const parsed = testResults.safeParse(parsedJson(ended.collected['tests.json']))
    if (!parsed.success || parsed.data.nonce !== run.nonce)
      return unable('crashed', `pytest ended with ${ended.exit} and gave no result: ${lastWords(ended)}`)
    const { tests, errors } = parsed.data
    // Zero tests are never a pass.
    if (tests.length === 0 && errors.length === 0)
      return unable('crashed', `pytest ended with ${ended.exit} and ran no test: ${lastWords(ended)}`)
    const failed = tests
      .filter(each => each.outcome === 'failed' || each.outcome === 'error')
      .map(
        (each): Unnamed => ({
          check: 'pytest',
          rule: each.outcome === 'failed' ? 'test-failure' : 'test-error',
          path: pathBelow(fileOf(each.id), run),
          ...(each.line !== null && { line: each.line }),
          // With its parameters: two cases of one test are two.
          symbol: `${symbolOf(each.id)}${/\[.*$/s.exec(each.id)?.[0] ?? ''}`,
          message: each.message,
          severity: 'high',
        }),
      )
    const unloaded = errors.map(
      (each): Unnamed => ({
        check: 'pytest',
        rule: 'collection-error',
        path: pathBelow(each.path, run),
        ...(each.line !== null && { line: each.line }),
        message: each.message,
        severity: 'high',
      }),
    )
    return { findings: named([...failed, ...unloaded], run.files), metrics: figures(tests) }
  },
})
