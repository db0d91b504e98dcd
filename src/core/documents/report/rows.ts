import type { Outcome, Row } from '../../gates/verdict.ts'
import type { ReportedTask } from '../report-model.ts'

const outcomes: readonly Outcome[] = ['PASS', 'FAIL', 'PARTIAL', 'SKIPPED']

const checks = ['syntax', 'contract', 'imports', 'style', 'types', 'tests', 'security']

const place = (row: Row): number => (checks.includes(row.check) ? checks.indexOf(row.check) : checks.length)

/** The rows in the order of the fixed table; checks that it does not know come last. */
export const inOrder = (rows: readonly Row[]): readonly Row[] => rows.toSorted((a, b) => place(a) - place(b))

/** `5 PASS, 2 SKIPPED`; that nothing was checked is said, not left blank. */
export const tally = (rows: readonly Row[]): string => {
  const counts = outcomes.map(outcome => ({ outcome, count: rows.filter(row => row.outcome === outcome).length }))
  const said = counts.filter(each => each.count > 0).map(each => `${each.count} ${each.outcome}`)
  return said.length === 0 ? 'not checked' : said.join(', ')
}

/** A result that several tasks share. */
export interface SharedResult {
  readonly title: string
  readonly outcome: Outcome
  readonly reason: string
  readonly tasks: readonly string[]
}

/** Every row that did not pass, with the tasks it holds for: forty skipped pages are one line. Failures come first. */
export const notPassed = (tasks: readonly ReportedTask[]): readonly SharedResult[] => {
  const found = new Map<string, SharedResult>()
  for (const task of tasks) {
    for (const { title, outcome, reason } of task.rows.filter(row => row.outcome !== 'PASS')) {
      const key = JSON.stringify([outcome, title, reason])
      found.set(key, { title, outcome, reason, tasks: [...(found.get(key)?.tasks ?? []), task.id] })
    }
  }
  return [...found.values()].toSorted((a, b) => outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome))
}
