import type { Parameter } from '../interface.ts'

/** One parameter of the old signature and what became of it. */
export interface Pair {
  readonly old: Parameter
  /** Its place among those that are given by position; undefined for the others. */
  readonly at: number | undefined
  /** What takes its place: by name, or by position where the name does not count. */
  readonly now: Parameter | undefined
  readonly nowAt: number | undefined
  /** It has another name now. */
  readonly renamed: boolean
}

/** Two signatures, parameter by parameter. */
export interface Paired {
  readonly pairs: readonly Pair[]
  /** Parameters of the new one that nothing in the old one became. */
  readonly added: readonly Parameter[]
}

export const isPositional = ({ kind }: Parameter): boolean =>
  kind === 'positional-only' || kind === 'positional or keyword'

const isVariable = ({ kind }: Parameter): boolean => kind === 'variable positional' || kind === 'variable keyword'

/** Finds for each parameter of one signature what it is in another: the one comparison that all others stand on. */
export const paired = (old: readonly Parameter[], now: readonly Parameter[]): Paired => {
  const oldNames = new Set(old.map(each => each.name))
  const nowPositional = now.filter(isPositional)
  const nowByName = new Map(now.map(each => [each.name, each]))
  const taken = new Set<Parameter>()
  const placeOf = (each: Parameter | undefined): number | undefined => {
    const at = each === undefined ? -1 : nowPositional.indexOf(each)
    return at < 0 ? undefined : at
  }
  let at = -1
  const pairs = old.map((each): Pair => {
    if (isPositional(each)) at += 1
    const own = { old: each, at: isPositional(each) ? at : undefined }
    const found = isVariable(each)
      ? (now.find(other => other.kind === each.kind) ?? nowByName.get(each.name))
      : nowByName.get(each.name)
    if (found) {
      taken.add(found)
      return { ...own, now: found, nowAt: placeOf(found), renamed: false }
    }
    // What stands in its place under a name that was not there before is the same one under another name.
    const there = own.at === undefined ? undefined : nowPositional[own.at]
    if (there && !oldNames.has(there.name) && !taken.has(there)) {
      taken.add(there)
      return { ...own, now: there, nowAt: own.at, renamed: true }
    }
    return { ...own, now: undefined, nowAt: undefined, renamed: false }
  })
  return { pairs, added: now.filter(each => !taken.has(each)) }
}
