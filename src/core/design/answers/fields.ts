import { clamp } from 'es-toolkit/math/clamp'
import { distance } from 'fastest-levenshtein'
import { z } from 'zod'
import { type ChoiceId, type ChoicePath, choices, meant, type Option } from './choices.ts'
import { pythonSpecifier } from './python-range.ts'

/** Which question a choice field asks: read when the schema is published and when a value is refused. */
export const choiceFields = z.registry<{ path: ChoicePath }>()

/** What a refused value carries besides its message; `trysquare explain` and the door print it. */
export interface Complaint {
  readonly kind: 'value' | 'letter' | 'invalid'
  readonly value: string
  readonly reason?: string
  readonly todo?: string
  readonly ids?: readonly string[]
}

/** More than this many slips of the finger make another word, however long it is: two paths of one folder are not near. */
const mostSlips = 4

/** The known word that a misspelt one is nearest to; undefined when none is near. */
export const nearest = (typed: string, known: readonly string[]): string | undefined => {
  const ranked = known
    .map(each => ({ each, far: distance(typed.toLowerCase(), each.toLowerCase()) }))
    .toSorted((a, b) => a.far - b.far)
  const best = ranked[0]
  const near = best !== undefined && best.far <= clamp(Math.floor(best.each.length / 3), 2, mostSlips)
  return near ? best.each : undefined
}

type Issues = { push: (issue: z.core.$ZodRawIssue) => unknown }
const complain = (issues: Issues, complaint: Complaint, input: unknown): never => {
  issues.push({ code: 'custom', message: complaint.reason ?? complaint.kind, input, params: { complaint } })
  return z.NEVER
}

/** A question with a closed list; its letter or its id. */
export const choice = <P extends ChoicePath>(path: P) =>
  z
    .string()
    .transform((typed, context): ChoiceId<P> => {
      const found = meant(path, typed)
      const [only] = found
      if (only === undefined) return complain(context.issues, { kind: 'value', value: typed }, typed)
      if (found.length > 1) return complain(context.issues, { kind: 'letter', value: typed, ids: found }, typed)
      return only
    })
    .register(choiceFields, { path })
    .describe(
      (choices[path].options as readonly Option[]).map(each => `${each.letter} ${each.id}: ${each.means}`).join(' '),
    )

/**
 * What a reader does not see and a program does: control characters, those that change the direction of text, spaces of no width,
 * and the tags that spell whole sentences invisibly. The joiners of Persian and of emoji are none of them.
 */
export const hidden =
  /[\p{Cc}\u00ad\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u

/** Words on one line, at most `most` characters. */
export const words = (most: number) =>
  z.string().transform((typed, context) => {
    const text = typed.replaceAll(/\s+/g, ' ').trim()
    if (hidden.test(text) || !text.isWellFormed())
      return complain(
        context.issues,
        {
          kind: 'invalid',
          value: text.toWellFormed().replaceAll(new RegExp(hidden, 'gu'), '?').slice(0, 40),
          reason: 'It has invisible characters that steer a terminal or turn the order of what is read around.',
          todo: 'Write it again by hand, without them.',
        },
        typed,
      )
    if (text === '')
      return complain(
        context.issues,
        { kind: 'invalid', value: typed, reason: 'It is empty.', todo: 'Write a few words.' },
        typed,
      )
    if (text.length > most) {
      const shown = `${text.slice(0, 40)}…`
      return complain(
        context.issues,
        {
          kind: 'invalid',
          value: shown,
          reason: `It has ${text.length} characters.`,
          todo: `Say it in at most ${most}.`,
        },
        typed,
      )
    }
    return text
  })

/** A text that must pass a test of ours, which answers with the reason why not. */
export const checked = (problem: (text: string) => string | undefined, todo: string) =>
  z.string().transform((typed, context) => {
    const text = typed.trim()
    const reason = problem(text)
    return reason === undefined
      ? text
      : complain(context.issues, { kind: 'invalid', value: typed, reason, todo }, typed)
  })

/** `requires-python`. */
export const pythonRange = z.string().transform((typed, context) => {
  // No range needs more; comparing thousands of versions would take seconds.
  const specifier = typed.length > 200 ? undefined : pythonSpecifier(typed)
  if (specifier !== undefined) return specifier
  return complain(
    context.issues,
    {
      kind: 'invalid',
      value: typed.slice(0, 200),
      reason: 'It is not a PEP 440 specifier set.',
      todo: 'Write for example ">=3.11", ">=3.11,<3.14" or 3.12.',
    },
    typed,
  )
})

/** Yes or no. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false', 'yes', 'no'])])
  .transform(value => value === true || value === 'true' || value === 'yes')

/** A whole number of at least `least`. */
export const count = (least: number) =>
  z.union([z.int(), z.string()]).transform((typed, context) => {
    const number = typeof typed === 'number' ? typed : /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN
    if (Number.isInteger(number) && number >= least) return number
    return complain(
      context.issues,
      {
        kind: 'invalid',
        value: String(typed),
        reason: `It is not a whole number of at least ${least}.`,
        todo: 'Write a number.',
      },
      typed,
    )
  })
