import type { Rule } from '../../ports/rule.ts'
import type { Told } from './words.ts'

const kinds: Readonly<Record<Rule['look']['by'], string>> = {
  prose: 'comments, docstrings, messages and Markdown',
  text: 'in any text file, in Trysquare’s own process',
  source: 'in parsed Python, file by file',
  project: 'over all files of a project together',
  secrets: 'for known shapes of secrets, by Secretlint, in any text file',
  ruff: 'by Ruff, under this page',
  suppression: 'at the comments that silence rules, after all others',
}

/** The page of a rule as `trysquare explain` prints it, without its two examples. */
export const rulePage = (rule: Rule): Told => [
  ['Reads as', rule.allows],
  ['Finds', rule.what],
  ['Why', rule.why],
  ['Fix', rule.fix],
  ['Pack', rule.pack],
  ...(rule.look.by === 'ruff' ? [['Ruff', rule.look.code] as const] : []),
  ...(rule.cwe === undefined ? [] : [['CWE', rule.cwe] as const]),
  ['Severity', `${rule.severity}, confidence ${rule.confidence}`],
  ['Looks', kinds[rule.look.by]],
  ...(rule.optIn === true
    ? [['Opt-in', `only when it is selected by name: \`trysquare check --select ALL,${rule.id}\``] as const]
    : []),
  ['Silence', `\`# trysquare: ignore[${rule.id}] the reason\`, at the end of the line or on the line above`],
  ['Since', rule.since],
]
