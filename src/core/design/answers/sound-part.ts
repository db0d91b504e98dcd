import type { z } from 'zod'
import { valueAt } from './issues.ts'
import { answersSchema, type Given } from './schema.ts'

type Keys = readonly (string | number)[]

/** The answers without what has no right shape, and the sections that this was taken out of. */
export interface SoundPart {
  readonly sound: Given
  readonly faulty: ReadonlySet<string>
}

/** Stands where a component has no usable name, kind or sentence, so that those behind it keep their numbers. */
const standIn = (index: number) => ({ name: `unnamed_${index}`, kind: 'validator', does: 'It has no right shape.' })

const faultsOf = (issue: z.core.$ZodIssue): readonly Keys[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key] as Keys) : [issue.path as Keys]

const put = (value: unknown, path: Keys, other: unknown): void => {
  const parent = valueAt(value, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof parent !== 'object' || parent === null || key === undefined) return
  if (other === undefined) Reflect.deleteProperty(parent, key)
  else Object.assign(parent, { [key]: other })
}

/** Takes one fault out. In a list nothing may move: a component keeps its place, and any other list goes as a whole. */
const without = (value: unknown, path: Keys): void => {
  const [section, index, key] = path
  if (section === 'components' && typeof index === 'number') {
    const stands = standIn(index)
    if (key === 'name' || key === 'does') put(value, path.slice(0, 3), stands[key])
    else if (key === undefined || key === 'kind') put(value, path.slice(0, 2), stands)
    else put(value, path.slice(0, 3), undefined)
    return
  }
  const list = path.findIndex(each => typeof each === 'number')
  put(value, list === -1 ? path : path.slice(0, list), undefined)
}

/** What of raw answers has its right shape, for what can be told of it beside the faults. */
export const soundPart = (value: unknown): SoundPart => {
  const rest = structuredClone(value)
  const faulty = new Set<string>()
  // A second look: what was taken out may have been all that a section had.
  for (const isLast of [false, false, true]) {
    const parsed = answersSchema.safeParse(rest)
    if (parsed.success) return { sound: parsed.data, faulty }
    for (const path of parsed.error.issues.flatMap(faultsOf)) {
      faulty.add(String(path[0] ?? ''))
      without(rest, isLast ? path.slice(0, 1) : path)
    }
  }
  const parsed = answersSchema.safeParse(rest)
  return { sound: parsed.success ? parsed.data : {}, faulty }
}
