import { z } from 'zod'

/** What the plug-in writes. */
export const testResults = z.object({
  nonce: z.string(),
  exit: z.number(),
  collected: z.number(),
  deselected: z.number(),
  /** How many tests of a file pytest found there and did not run. */
  unrun: z.record(z.string(), z.number()),
  /** `exits`: the file itself would have ended the whole run while it was loaded. */
  errors: z.array(z.object({ path: z.string(), message: z.string(), line: z.number().nullable(), exits: z.boolean() })),
  tests: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['passed', 'failed', 'error', 'skipped', 'xfailed', 'xpassed', 'none']),
      duration: z.number(),
      line: z.number().nullable(),
      message: z.string(),
    }),
  ),
})
/**
 * What the plug-in was at when it last said so: all that is left where the interpreter was ended from within. It is no evidence of
 * anything but a failure, and carries no nonce that the project could find there.
 */
export const lastDone = z.object({
  path: z.string(),
  /** The test that was running; none while a file was loaded, or where the line is known. */
  test: z.string().nullable(),
  line: z.number().nullable(),
  /** The call that ended it, where it was seen. */
  by: z.string().max(200),
})
export type LastDone = z.infer<typeof lastDone>

export type TestResults = z.infer<typeof testResults>
export type TestResult = TestResults['tests'][number]

/** What of coverage's JSON report is read. */
export const coverageReport = z.object({
  totals: z.object({ percent_covered: z.number() }),
  files: z.record(
    z.string(),
    z.object({
      summary: z.object({ percent_covered: z.number(), missing_lines: z.number() }),
      missing_lines: z.array(z.number()),
    }),
  ),
})
export type CoverageReport = z.infer<typeof coverageReport>

/** Skipped before it began, or expected to fail: neither shows that anything works. */
export const proves = ({ outcome }: TestResult): boolean =>
  outcome === 'passed' || outcome === 'failed' || outcome === 'xpassed'

/** The figures of some tests. */
export const figures = (tests: readonly TestResult[]): Readonly<Record<string, number>> => {
  const count = (...outcomes: readonly TestResult['outcome'][]) =>
    tests.filter(each => outcomes.includes(each.outcome)).length
  return {
    tests_executed: count('passed', 'failed', 'xfailed', 'xpassed'),
    tests_passed: count('passed', 'xpassed'),
    tests_failed: count('failed', 'error'),
    tests_skipped: count('skipped'),
    tests_expected_to_fail: count('xfailed'),
  }
}

/** The test file of a node id: `tests/test_a.py::TestX::test_y[1]`. */
export const fileOf = (id: string): string => id.split('::')[0] ?? id

/** The test inside its file, dotted, without its parameters. */
export const symbolOf = (id: string): string => id.replace(/\[.*$/s, '').split('::').slice(1).join('.')
