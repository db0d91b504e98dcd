import { canonicalJson, contentHash } from '../../base/hash.ts'
import { oneLine } from '../../base/visible.ts'
import type { Finding } from './finding.ts'

/** What makes a finding the same finding when its line moves. */
export interface FindingIdentity {
  readonly rule: string
  readonly path: string
  readonly symbol?: string | undefined
  /** The line that is complained about, or what stands for it where there is none. */
  readonly text: string
}

/** `F-` and ten hexadecimal digits; spaces in the text do not count, and `nth` tells equal ones apart. */
export const findingId = ({ rule, path, symbol, text }: FindingIdentity, nth = 1): string => {
  const digits = contentHash(canonicalJson([rule, path, symbol ?? '', text.replaceAll(/\s+/g, ' ').trim()])).slice(
    0,
    10,
  )
  return nth === 1 ? `F-${digits}` : `F-${digits}-${nth}`
}

/** A finding as a check makes it: the name comes later, from all of them together. */
export type Unnamed = Omit<Finding, 'id'>

/** A message longer than this is no message; what a tool was made to print may be as long as it likes. */
const longest = 2000

/** What a tool says may be the words of a file that it looked at: none of them steers the terminal that they are shown on. */
const told = (message: string): string => {
  const line = oneLine(message)
  return line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line
}

/**
 * Names the findings of one check. The text of a finding is its line in `files`, or its message where it has no line.
 * Equal ones are counted in the order of their places, so the same tree always gives the same names.
 */
export const named = (findings: readonly Unnamed[], files: ReadonlyMap<string, string>): readonly Finding[] => {
  const lines = new Map<string, readonly string[]>()
  const linesOf = (path: string): readonly string[] => {
    const known = lines.get(path)
    if (known) return known
    const split = (files.get(path) ?? '').split('\n')
    lines.set(path, split)
    return split
  }
  const seen = new Map<string, number>()
  return findings.toSorted(byPlace).map(finding => {
    const line = finding.line === undefined ? undefined : linesOf(finding.path)[finding.line - 1]
    const identity = {
      rule: finding.rule,
      path: finding.path,
      symbol: finding.symbol,
      text: line === undefined || line.trim() === '' ? finding.message : line,
    }
    const first = findingId(identity)
    const nth = (seen.get(first) ?? 0) + 1
    seen.set(first, nth)
    return { id: findingId(identity, nth), ...finding, message: told(finding.message) }
  })
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const byPlace = (a: Unnamed, b: Unnamed): number =>
  order(a.path, b.path) ||
  (a.line ?? 0) - (b.line ?? 0) ||
  (a.column ?? 0) - (b.column ?? 0) ||
  order(a.rule, b.rule) ||
  order(a.message, b.message)
