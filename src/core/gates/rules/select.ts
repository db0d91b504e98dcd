import type { Rule } from '../../../ports/rule.ts'
import { packs } from './packs.ts'

/** Which rules are looked for: names of rules, packs, codes of Ruff or their beginnings, `ALL`. */
export interface Selection {
  readonly select?: readonly string[]
  readonly ignore?: readonly string[]
}

type Named = Pick<Rule, 'id' | 'pack' | 'look' | 'optIn'>

/** How exactly a name means a rule: its own name, then its code or the longest beginning of it, its pack, `ALL`; 0 where it does not. */
const exactness = ({ id, pack, look }: Named, name: string): number => {
  if (name === id) return 1000
  if (look.by === 'ruff' && /^[A-Z]+\d*$/.test(name) && look.code.startsWith(name)) return 100 + name.length
  if (name === pack) return 50
  return name === 'ALL' ? 1 : 0
}

const best = (rule: Named, names: readonly string[]): number => Math.max(0, ...names.map(name => exactness(rule, name)))

/** Names that mean no rule. */
export const unknownNames = (rules: readonly Named[], { select = [], ignore = [] }: Selection): readonly string[] =>
  [...select, ...ignore].filter(
    name => !(packs as readonly string[]).includes(name) && rules.every(rule => exactness(rule, name) === 0),
  )

/**
 * The rules that a selection means. The more exact name wins, and between equals `ignore` does; a rule that must be asked for is meant by
 * its own name or code alone, not by `ALL` or its pack.
 */
export const selected = <R extends Named>(
  rules: readonly R[],
  { select = ['ALL'], ignore = [] }: Selection,
): readonly R[] =>
  rules.filter(rule => {
    const wanted = best(rule, select)
    return wanted > (rule.optIn === true ? 50 : 0) && wanted > best(rule, ignore)
  })
