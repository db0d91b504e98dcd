import type { Edit } from '../../../ports/rule.ts'
import type { Found } from './found.ts'
import { inspect, type Lens } from './inspect.ts'
import { settle } from './settle.ts'

/** A file after what can be mended was mended. */
export interface Mended {
  readonly text: string
  /** The findings that are gone, in the order in which they were mended. */
  readonly mended: readonly Found[]
}

/** More rounds than any chain of mends that follow from one another; one that goes on longer goes round. */
const rounds = 20

/** The changes that can be made at once: none overlaps or touches another, and each is taken whole. */
const together = (found: readonly Found[]): { readonly edits: readonly Edit[]; readonly taken: readonly Found[] } => {
  const edits: Edit[] = []
  const taken: Found[] = []
  for (const each of found) {
    const own = each.mend?.edits ?? []
    if (own.length === 0 || own.some(a => edits.some(b => a.start <= b.end && b.start <= a.end))) continue
    edits.push(...own)
    taken.push(each)
  }
  return { edits: edits.toSorted((a, b) => b.start - a.start), taken }
}

const applied = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((now, { start, end, text: by }) => now.slice(0, start) + by + now.slice(end), text)

const parses = (path: string, text: string, lens: Lens): boolean =>
  !inspect(path, text, { ...lens, rules: [] }).found.some(each => each.rule === 'does-not-parse')

/**
 * Mends a text until nothing is left that can be mended: safe changes, and with `unsafe` the others too. A round whose text would not
 * parse is made one change at a time, and a change that breaks the file is left out. The same text mended again is unchanged.
 */
export const mend = (path: string, text: string, lens: Lens, unsafe = false): Mended => {
  let now = text
  const mended: Found[] = []
  const refused = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    const file = inspect(path, now, lens)
    const open = settle([file], [], lens.rules).found.filter(
      ({ id, mend: change }) => change !== undefined && (unsafe || change.safety === 'safe') && !refused.has(id),
    )
    const { edits, taken } = together(open)
    if (taken.length === 0) break
    const whole = applied(now, edits)
    if (whole !== now && parses(path, whole, lens)) {
      now = whole
      mended.push(...taken)
      continue
    }
    const [first] = taken
    if (first === undefined) break
    const alone = applied(
      now,
      (first.mend?.edits ?? []).toSorted((a, b) => b.start - a.start),
    )
    if (alone === now || !parses(path, alone, lens)) refused.add(first.id)
    else {
      now = alone
      mended.push(first)
    }
  }
  return { text: now, mended }
}
