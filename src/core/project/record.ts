import { LineCounter, parseDocument, stringify } from 'yaml'
import { z } from 'zod'
import { type Refusal, refusal } from '../../base/refusal.ts'
import { type Place, placeText } from './claim.ts'
import { type Correction, correctable } from './corrections.ts'
import type { Measured } from './measured.ts'
import type { Portrait } from './portrait.ts'
import { isTopic } from './topics.ts'

/** What came of one practice, by its id. */
export interface Held extends Measured {
  readonly id: string
}

/** Something that was left out of the reading, with the reason. */
export interface LeftAside {
  readonly path: string
  readonly what: string
}

/** Everything that an adoption writes down of a repository. */
export interface Learned {
  readonly portrait: Pick<Portrait, 'claims' | 'entries' | 'contradictions' | 'unknown'>
  readonly practices: readonly Held[]
  readonly aside: readonly LeftAside[]
  readonly corrections: readonly Correction[]
}

const text = z.string().max(2000)
const place = z.string().regex(/^.+:\d+$/s)

/** `.trysquare/project.yaml`, as it is read again. What it says beside the corrections is only compared. */
const schema = z.strictObject({
  version: z.literal(1),
  claims: z.array(z.strictObject({ topic: text, value: text, from: text, place })),
  entry_points: z.array(
    z.strictObject({
      kind: text,
      name: text,
      target: text,
      group: text.optional(),
      framework: text.optional(),
      place,
    }),
  ),
  contradictions: z.array(z.strictObject({ topic: text, said: text, places: z.array(place) })),
  unknown: z.array(z.strictObject({ topic: text, why: text })),
  practices: z.array(z.strictObject({ practice: text, outcome: text, said: text, place: place.optional() })),
  left_aside: z.array(z.strictObject({ path: text, what: text })),
  corrections: z.array(z.strictObject({ topic: text, value: text, by: text })),
})

/** A record as it lies in a repository. */
export type Recorded = z.infer<typeof schema>

const at = (each: Place | undefined): { readonly place?: string } =>
  each === undefined ? {} : { place: placeText(each) }

const cut = (value: string): string => value.toWellFormed().slice(0, 2000)

/** The record of what was learned. It holds no time and no commit: the same repository gives the same text. */
export const recordOf = ({ portrait, practices, aside, corrections }: Learned): Recorded => ({
  version: 1,
  claims: portrait.claims.map(each => ({
    topic: each.topic,
    value: cut(each.value),
    from: cut(each.from),
    place: placeText(each.place),
  })),
  entry_points: portrait.entries.map(each => ({
    kind: each.kind,
    name: cut(each.name),
    target: each.attribute === undefined ? each.module : `${each.module}:${each.attribute}`,
    ...(each.group !== undefined && { group: cut(each.group) }),
    ...(each.framework !== undefined && { framework: each.framework }),
    place: placeText(each.place),
  })),
  contradictions: portrait.contradictions.map(each => ({
    topic: each.topic,
    said: cut(each.said),
    places: each.places.map(placeText),
  })),
  unknown: portrait.unknown.map(({ topic, why }) => ({ topic, why: cut(why) })),
  practices: practices.map(each => ({
    practice: each.id,
    outcome: each.outcome,
    said: cut(each.said),
    ...at(each.place),
  })),
  left_aside: aside.map(({ path, what }) => ({ path: cut(path), what })),
  corrections: corrections.map(({ topic, value, by }) => ({ topic, value, by: cut(by) })),
})

const heading = [
  'What `trysquare adopt` read off this repository, each claim with the line that proves it. Nothing of it was run.',
  'It is written anew each time; `corrections` are a person’s and are kept: `trysquare adopt --correct manager=poetry`.',
]

/** Prints a record. */
export const printRecord = (record: Recorded): string =>
  `${heading.map(line => `# ${line}`).join('\n')}\n${stringify(record, { lineWidth: 0 })}`

const broken = (path: string, problem: string): Refusal<'TSQ-ADOPT-RECORD'> =>
  refusal('TSQ-ADOPT-RECORD', { path, problem })

/** Reads a record back. A file that is no record is refused: it may hold a person’s corrections. */
export const readRecord = (path: string, content: string): Recorded | Refusal<'TSQ-ADOPT-RECORD'> => {
  const lines = new LineCounter()
  const document = parseDocument(content, { lineCounter: lines, schema: 'core' })
  const [error] = document.errors
  if (error !== undefined) return broken(path, `line ${lines.linePos(error.pos[0]).line} is no YAML`)
  let value: unknown
  try {
    value = document.toJS({ maxAliasCount: 10 })
  } catch {
    return broken(path, 'it repeats itself without end')
  }
  const parsed = schema.safeParse(value)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return broken(path, `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'not as it was written'}`)
  }
  return parsed.data
}

/** The corrections of a record; of topics that are no longer known there is nothing to correct. */
export const correctionsIn = (record: Recorded): readonly Correction[] =>
  record.corrections.flatMap(({ topic, value, by }) =>
    isTopic(topic) && correctable.includes(topic) && value !== '' ? [{ topic, value, by }] : [],
  )
