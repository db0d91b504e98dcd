import type { z } from 'zod'
import { answerKey } from '../../../base/answer-key.ts'
import { type Place, type Refusal, refusal } from '../../../base/refusal.ts'
import { type ChoicePath, choices, idsOf } from './choices.ts'
import { isDelivered } from './delivered.ts'
import { type Complaint, nearest } from './fields.ts'
import { keysAt, schemaAt } from './schema-at.ts'
import { writtenPath } from './written-path.ts'

type Keys = readonly (string | number)[]

/** What was read, and what a refusal says of it. */
export interface Read {
  readonly value: unknown
  readonly schema: z.ZodType
  /** Where the value lies in the answers: `components[0].options`. */
  readonly below: Keys
  readonly placeOf: (path: Keys) => Place
  /** Why a closed list is closed, where it is no question of ours. */
  readonly because: (path: Keys) => string
  /** What it is for, as far as that can be read: not everything is made for every purpose. */
  readonly purpose?: string | undefined
  /** What to do about a value that has the right shape and cannot be used. */
  readonly todo: string
  /** What `trysquare explain` says more of, where that is not the path itself. */
  readonly see?: string
}

const questionAt = (path: Keys): ChoicePath | undefined => {
  const named = path.filter(key => typeof key === 'string').join('.')
  return named in choices ? (named as ChoicePath) : undefined
}

const kindOf = (value: unknown): string =>
  Array.isArray(value)
    ? 'a list'
    : value === null || value === undefined || value === ''
      ? 'nothing'
      : typeof value === 'object'
        ? 'a section'
        : 'a single value'

const expectations: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a section',
  record: 'a section',
  string: 'a single value',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
}

/** The value at a path; undefined where nothing was written. */
export const valueAt = (value: unknown, path: Keys): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  )

/** A value as it is repeated to whoever wrote it; a list or a section is not. */
const repeated = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 60)
    : undefined

const complaintOf = (issue: z.core.$ZodIssue): Complaint | undefined =>
  issue.code === 'custom' ? (issue.params?.['complaint'] as Complaint | undefined) : undefined

const aboutComplaint = (path: Keys, complaint: Complaint, { placeOf, purpose }: Read): Refusal => {
  const at = writtenPath(path)
  const question = questionAt(path)
  const place = placeOf(path)
  if (complaint.kind === 'letter')
    return refusal('TSQ-ANSWERS-LETTER', { path: at, letter: complaint.value, ids: complaint.ids ?? [] }, place)
  if (complaint.kind === 'value' && question !== undefined) {
    const ids: readonly string[] = idsOf(question)
    // The purpose itself is open to whatever is made for any.
    const made = ids.filter(id => isDelivered(question, id, question === 'intake.purpose' ? undefined : purpose))
    const because = `It answers “${choices[question].question.replace(/\?$/, '')}”.`
    return noChoice(at, complaint.value, { ids, made, because }, place)
  }
  return refusal(
    'TSQ-ANSWERS-INVALID',
    {
      path: at,
      value: complaint.value,
      reason: complaint.reason ?? 'It cannot be used.',
      todo: complaint.todo ?? `See \`trysquare explain ${answerKey(at)}\`.`,
    },
    place,
  )
}

/** Refuses a value that is not one of a closed list. Of its choices those that are made now are told apart from the others. */
export const noChoice = (
  path: string,
  value: string,
  {
    ids,
    made = ids,
    because,
    see,
  }: {
    readonly ids: readonly string[]
    readonly made?: readonly string[]
    readonly because: string
    readonly see?: string | undefined
  },
  place: Place,
): Refusal => {
  const near = nearest(value, ids)
  return refusal(
    'TSQ-ANSWERS-VALUE',
    {
      path,
      value,
      choices: made,
      notMade: ids.filter(id => !made.includes(id)),
      because,
      ...(near !== undefined && { nearest: near }),
      ...(see !== undefined && { see }),
    },
    place,
  )
}

/** Of a file that is something else altogether, the first unknown keys say enough. */
const mostKeys = 20

const unknownKeys = (
  path: Keys,
  keys: readonly string[],
  known: readonly string[],
  placeOf: Read['placeOf'],
): readonly Refusal[] =>
  keys.slice(0, mostKeys).map(key => {
    const near = nearest(key, known)
    return refusal(
      'TSQ-ANSWERS-KEY',
      { path: writtenPath([...path, key]), known, ...(near !== undefined && { nearest: near }) },
      placeOf([...path, key]),
    )
  })

/** What is to be written where nothing was: the remedy that the value's own rule has for an empty one. */
const missingTodo = (read: Read, inner: Keys): string | undefined =>
  schemaAt(read.schema, inner)
    ?.safeParse('')
    .error?.issues.map(each => complaintOf(each)?.todo)
    .find(each => each !== undefined)

/** The alternative of a union that got furthest is the one that was meant; among equals, one of the kind that was written. */
const meantOf = (issue: z.core.$ZodIssueInvalidUnion, found: unknown): readonly z.core.$ZodIssue[] => {
  const single = typeof found !== 'object' || found === null
  const misfit = (each: readonly z.core.$ZodIssue[]) => Number((each[0]?.code === 'invalid_type') === single)
  const far = (each: readonly z.core.$ZodIssue[]) => each[0]?.path.length ?? 0
  const best = [...issue.errors].toSorted((a, b) => far(b) - far(a) || misfit(a) - misfit(b))[0] ?? []
  return best.map(each => ({ ...each, path: [...issue.path, ...each.path] }))
}

const boundary = (issue: z.core.$ZodIssueTooBig | z.core.$ZodIssueTooSmall): string => {
  const many = issue.origin === 'array' ? ' entries' : issue.origin === 'string' ? ' characters' : ''
  if (issue.code === 'too_big') return `at most ${issue.maximum}${many}`
  return issue.origin === 'array' ? 'at least one entry' : `at least ${issue.minimum}${many}`
}

/** One issue of the validator in words for the person who wrote the answers: what was written, what can be, what is nearest. */
export const refusalsOf = (issue: z.core.$ZodIssue, read: Read): readonly Refusal[] => {
  const inner = issue.path as Keys
  const path = [...read.below, ...inner]
  const at = writtenPath(path)
  const found = valueAt(read.value, inner)
  const shown = repeated(found)
  const place = read.placeOf(path)
  const shape = (expected: string, what = kindOf(found), todo?: string) => [
    refusal(
      'TSQ-ANSWERS-SHAPE',
      {
        path: at || 'the file',
        expected,
        found: what,
        ...(todo !== undefined && { todo }),
        ...(read.see !== undefined && { see: read.see }),
      },
      place,
    ),
  ]
  const invalid = (value: string, reason: string) => [
    refusal('TSQ-ANSWERS-INVALID', { path: at, value, reason, todo: read.todo }, place),
  ]
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(path, issue.keys, keysAt(read.schema, inner), read.placeOf)
    case 'invalid_union':
      return meantOf(issue, found)
        .flatMap(each => refusalsOf(each, read))
        .slice(0, 1)
    case 'invalid_value':
      return [
        noChoice(
          at,
          shown ?? kindOf(found),
          { ids: issue.values.map(String), because: read.because(path), see: read.see },
          place,
        ),
      ]
    case 'invalid_type':
      return shape(
        expectations[issue.expected] ?? issue.expected,
        // Of a text that is no number the kind says nothing.
        shown !== undefined && ['number', 'int', 'boolean'].includes(issue.expected) ? `"${shown}"` : kindOf(found),
        found === undefined ? missingTodo(read, inner) : undefined,
      )
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'number' && shown !== undefined) return invalid(shown, `It must be ${boundary(issue)}.`)
      return shape(boundary(issue), issue.code === 'too_big' ? 'more' : 'none')
    case 'invalid_key':
      return invalid(String(path.at(-1)), issue.issues[0]?.message ?? 'It is not a path inside the repository.')
    default: {
      const complaint = complaintOf(issue)
      if (complaint !== undefined) return [aboutComplaint(path, complaint, read)]
      // A rule of ours on one value says why; one on a list or on several values together has none to repeat.
      return /[.!?]$/.test(issue.message)
        ? shown === undefined
          ? [refusal('TSQ-COMPONENT', { path: at, reason: issue.message, todo: read.todo }, place)]
          : invalid(shown, issue.message)
        : shape(issue.message)
    }
  }
}
