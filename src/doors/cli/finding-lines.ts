import type { Finding } from '../../core/gates/finding.ts'

/** One finding for a person: what, where, and how to mend it. */
export const findingLines = (finding: Finding, note = ''): readonly string[] => {
  const where = `${finding.path}${finding.line === undefined ? '' : `:${finding.line}`}`
  return [
    `  ${finding.id}  ${finding.rule}  ${where}${note}`,
    `    ${finding.message}`,
    ...(finding.fix === undefined ? [] : [`    Fix: ${finding.fix}`]),
  ]
}
