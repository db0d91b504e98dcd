import type { Parameter } from '../interface.ts'
import { additive, breaking, type Said } from './change.ts'
import { isPositional, type Pair, paired } from './pair-parameters.ts'
import { narrowed } from './subtypes.ts'

/** What a signature takes besides what it names. */
interface Rest {
  readonly args: boolean
  readonly kwargs: boolean
}

const restOf = (all: readonly Parameter[]): Rest => ({
  args: all.some(each => each.kind === 'variable positional'),
  kwargs: all.some(each => each.kind === 'variable keyword'),
})

const called = ({ name, kind }: Parameter): string =>
  kind === 'variable positional' ? `*${name}` : kind === 'variable keyword' ? `**${name}` : name

/** Whether every way of giving an old parameter is taken by what the new signature takes besides. */
const swallowed = ({ kind }: Parameter, { args, kwargs }: Rest): boolean => {
  switch (kind) {
    case 'positional-only':
    case 'variable positional':
      return args
    case 'keyword-only':
    case 'variable keyword':
      return kwargs
    case 'positional or keyword':
      return args && kwargs
  }
}

/** The ways in which a parameter may be given. */
const ways = ({ kind }: Parameter): { readonly position: boolean; readonly keyword: boolean } => ({
  position: kind !== 'keyword-only' && kind !== 'variable keyword',
  keyword: kind === 'keyword-only' || kind === 'positional or keyword' || kind === 'variable keyword',
})

const kept = ({ old, now }: Pair & { readonly now: Parameter }, rest: Rest): readonly Said[] => {
  const [before, after] = [ways(old), ways(now)]
  const lost = (before.position && !after.position && !rest.args) || (before.keyword && !after.keyword && !rest.kwargs)
  const isOther = old.kind !== now.kind
  if (isOther && lost) {
    return [
      breaking(
        'parameter-kind-changed',
        `takes "${called(old)}" as ${now.kind}; it was ${old.kind}`,
        `Let "${called(old)}" be given as before, or call it a breaking change in the changelog.`,
      ),
    ]
  }
  if (old.hasDefault && !now.hasDefault && isGiven(now))
    return [
      breaking(
        'parameter-required',
        `requires "${old.name}", which had a default`,
        `Give "${old.name}" a default again.`,
      ),
    ]
  if (!old.hasDefault && now.hasDefault && isGiven(old))
    return [additive('parameter-optional', `no longer requires "${old.name}"`)]
  if (old.default !== undefined && now.default !== undefined && !isSameDefault(old.default, now.default))
    return [
      breaking(
        'parameter-default-changed',
        `takes ${shown(now.default)} for "${old.name}" where nothing is given; it was ${shown(old.default)}`,
        `Keep the default ${shown(old.default)}, or tell callers what they get now.`,
      ),
    ]
  return []
}

const isGiven = ({ kind }: Parameter): boolean => kind !== 'variable positional' && kind !== 'variable keyword'

const shown = (value: string): string => `\`${value.replaceAll(/\s+/g, ' ')}\``

/** A stub writes `...` for any default. */
const isSameDefault = (a: string, b: string): boolean => a === b || a === '...' || b === '...'

const typed = ({ old, now }: Pair): readonly Said[] => {
  if (!now || old.annotation === undefined || now.annotation === undefined || old.annotation === now.annotation)
    return []
  return narrowed(old.annotation, now.annotation)
    ? [
        breaking(
          'parameter-type-changed',
          `takes only "${now.annotation}" for "${old.name}"; it took "${old.annotation}"`,
          `Take "${old.annotation}" for "${old.name}" as before.`,
          'medium',
        ),
      ]
    : []
}

/** A catch-all that came in its stead may well look after it; one that was there before got other things. */
const gone = ({ old }: Pair, before: Rest, rest: Rest): readonly Said[] => {
  const isTaken = swallowed(old, rest)
  if (isTaken && !swallowed(old, before)) return []
  return [
    breaking(
      'parameter-removed',
      `lost its parameter "${called(old)}"${isTaken ? ', which now ends among those that have no name' : ''}`,
      `Take "${called(old)}" as before, or let it be given and ignored for one release.`,
      isTaken ? 'medium' : 'high',
    ),
  ]
}

const renamed = ({ old, now }: Pair & { readonly now: Parameter }, rest: Rest): readonly Said[] => {
  const isNameFree = old.kind === 'positional-only'
  return isNameFree
    ? kept({ old: { ...old, name: now.name }, now, at: undefined, nowAt: undefined, renamed: true }, rest)
    : [
        breaking(
          'parameter-renamed',
          `calls its parameter "${old.name}" now "${now.name}"`,
          `Keep the name "${old.name}": callers may give it by name.`,
        ),
      ]
}

/** Under such a name few are meant for callers; some are. */
const isOwn = ({ name, hasDefault }: Parameter): boolean => name.startsWith('_') && hasDefault

/** What callers by position would hit: the places of those that are still there, less what is reported of others before them. */
const moved = (
  pairs: readonly Pair[],
  added: readonly Parameter[],
  now: readonly Parameter[],
  reported: ReadonlySet<Pair>,
): readonly Said[] => {
  const positional = now.filter(isPositional)
  const leftBefore = (at: number) =>
    pairs.filter(each => each.at !== undefined && each.at < at && each.nowAt === undefined && reported.has(each)).length
  const requiredBefore = (at: number) =>
    positional.slice(0, at).filter(each => added.includes(each) && !each.hasDefault).length
  const displaced = pairs.filter(
    ({ at, nowAt }) => at !== undefined && nowAt !== undefined && at - leftBefore(at) !== nowAt - requiredBefore(nowAt),
  )
  if (displaced.length === 0) return []
  const names = displaced.map(each => `"${each.old.name}"`).join(', ')
  const isOne = displaced.length === 1
  return [
    breaking(
      'parameter-moved',
      `takes ${names} at ${isOne ? 'another place' : 'other places'}`,
      `Keep ${names} at ${isOne ? 'its place' : 'their places'}, and put new parameters behind them or make them keyword-only.`,
      displaced.every(each => isOwn(each.old)) ? 'low' : 'high',
    ),
  ]
}

const more = (each: Parameter): readonly Said[] => {
  if (!isGiven(each) || each.hasDefault) return [additive('parameter-added', `takes "${called(each)}" besides`)]
  return [
    breaking(
      'parameter-added',
      `requires the new parameter "${each.name}"`,
      `Give "${each.name}" a default, so that calls without it go on working.`,
    ),
  ]
}

/** What a call that the old parameters allowed meets in the new ones. */
export const parameterChanges = (old: readonly Parameter[], now: readonly Parameter[]): readonly Said[] => {
  const { pairs, added } = paired(old, now)
  const rest = restOf(now)
  const told = new Map(
    pairs.map(pair => {
      const { now: then } = pair
      if (then === undefined) return [pair, gone(pair, restOf(old), rest)]
      const found = pair.renamed ? renamed({ ...pair, now: then }, rest) : kept({ ...pair, now: then }, rest)
      return [
        pair,
        [...found, ...typed(pair)].map(each => (isOwn(pair.old) ? { ...each, confidence: 'low' as const } : each)),
      ]
    }),
  )
  const reported = new Set(pairs.filter(pair => (told.get(pair) ?? []).length > 0))
  return [...[...told.values()].flat(), ...moved(pairs, added, now, reported), ...added.flatMap(more)]
}
