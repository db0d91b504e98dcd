import type { Finding } from '../../core/gates/finding.ts'
import { hanging } from './table.ts'

/** One finding for a person: what, where, and how to mend it. */
export const findingLines = (finding: Finding, columns: number, note = ''): readonly string[] => {
  const where = `${finding.path}${finding.line === undefined ? '' : `:${finding.line}`}`
  return [
    `  ${finding.id}  ${finding.rule}  ${where}${note}`,
    ...hanging('    ', finding.message, columns),
    ...(finding.fix === undefined ? [] : hanging('    Fix: ', finding.fix, columns)),
  ]
}
