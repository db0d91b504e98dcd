import type { Recorded } from './record.ts'

/** Something that is told otherwise than the last time. */
export interface Change {
  readonly how: 'new' | 'gone' | 'changed'
  readonly what: string
  readonly before?: string
  readonly now?: string
}

const keyed = (record: Recorded): ReadonlyMap<string, readonly string[]> => {
  const all: (readonly [string, string])[] = [
    ...record.claims.map(each => [each.topic, each.value] as const),
    ...record.entry_points.map(each => [`${each.kind} ${each.name}`, each.target] as const),
    ...record.contradictions.map(each => ['contradiction', each.said] as const),
    ...record.unknown.map(each => [`${each.topic} (unknown)`, each.why] as const),
    ...record.practices.map(each => [`practice ${each.practice}`, each.outcome] as const),
  ]
  const found = new Map<string, string[]>()
  for (const [key, value] of all) found.set(key, [...(found.get(key) ?? []), value])
  return found
}

/** What differs between two records, but for where it stands: a line that moved is no news. */
export const changesBetween = (before: Recorded, now: Recorded): readonly Change[] => {
  const [old, fresh] = [keyed(before), keyed(now)]
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((what): readonly Change[] => {
    const gone = (old.get(what) ?? []).filter(each => !(fresh.get(what) ?? []).includes(each))
    const added = (fresh.get(what) ?? []).filter(each => !(old.get(what) ?? []).includes(each))
    const [was] = gone
    const [is] = added
    if (gone.length === 1 && added.length === 1 && was !== undefined && is !== undefined)
      return [{ how: 'changed', what, before: was, now: is }]
    return [
      ...gone.map((each): Change => ({ how: 'gone', what, before: each })),
      ...added.map((each): Change => ({ how: 'new', what, now: each })),
    ]
  })
}
