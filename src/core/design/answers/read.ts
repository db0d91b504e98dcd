import type { z } from 'zod'
import { answerKey } from '../../../base/answer-key.ts'
import { type Place, type Refusal, refusal } from '../../../base/refusal.ts'
import { type ChoicePath, choices, idsOf } from './choices.ts'
import { type Complaint, nearest } from './fields.ts'
import { answersSchema, type Given } from './schema.ts'
import { writtenPath } from './written-path.ts'

type Keys = readonly (string | number)[]

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
}

const valueAt = (value: unknown, path: Keys): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[key] : undefined),
    value,
  )

const knownKeys = (path: Keys): readonly string[] => {
  let schema: unknown = answersSchema
  const inner = (at: unknown): unknown => {
    const def = (at as { def?: { innerType?: unknown; element?: unknown } } | undefined)?.def
    return def?.innerType === undefined ? at : inner(def.innerType)
  }
  for (const key of path) {
    const at = inner(schema) as { shape?: Record<string, unknown>; def?: { element?: unknown } }
    schema = typeof key === 'number' ? at.def?.element : at.shape?.[key]
  }
  return Object.keys((inner(schema) as { shape?: Record<string, unknown> } | undefined)?.shape ?? {})
}

const aboutComplaint = (path: Keys, complaint: Complaint, place: Place): Refusal => {
  const at = writtenPath(path)
  const question = questionAt(path)
  if (complaint.kind === 'letter')
    return refusal('TSQ-ANSWERS-LETTER', { path: at, letter: complaint.value, ids: complaint.ids ?? [] }, place)
  if (complaint.kind === 'value' && question !== undefined) {
    const ids: readonly string[] = idsOf(question)
    const near = nearest(complaint.value, ids)
    return refusal(
      'TSQ-ANSWERS-VALUE',
      {
        path: at,
        value: complaint.value,
        choices: ids,
        because: `It answers “${choices[question].question.replace(/\?$/, '')}”.`,
        ...(near !== undefined && { nearest: near }),
      },
      place,
    )
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

/** Of a file that is something else altogether, the first unknown keys say enough. */
const mostKeys = 20

const fromIssue = (issue: z.core.$ZodIssue, value: unknown, placeOf: (path: Keys) => Place): readonly Refusal[] => {
  const path = issue.path as Keys
  const at = writtenPath(path)
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(path)
    return issue.keys.slice(0, mostKeys).map(key => {
      const near = nearest(key, known)
      return refusal(
        'TSQ-ANSWERS-KEY',
        { path: writtenPath([...path, key]), known, ...(near !== undefined && { nearest: near }) },
        placeOf([...path, key]),
      )
    })
  }
  if (issue.code === 'custom' && issue.params?.['complaint'] !== undefined) {
    return [aboutComplaint(path, issue.params['complaint'] as Complaint, placeOf(path))]
  }
  if (issue.code === 'invalid_union') {
    // The alternative that got furthest is the one that was meant; among equals, one of the kind that was written.
    const found = valueAt(value, path)
    const single = typeof found !== 'object' || found === null
    const misfit = (each: readonly z.core.$ZodIssue[]) => Number((each[0]?.code === 'invalid_type') === single)
    const far = (each: readonly z.core.$ZodIssue[]) => each[0]?.path.length ?? 0
    const best = [...issue.errors].toSorted((a, b) => far(b) - far(a) || misfit(a) - misfit(b))[0] ?? []
    const nested = best.map(each => ({ ...each, path: [...issue.path, ...each.path] }))
    return nested.flatMap(each => fromIssue(each, value, placeOf)).slice(0, 1)
  }
  const found = valueAt(value, path)
  if (issue.code === 'invalid_value') {
    const ids = issue.values.map(String)
    const near = nearest(String(found), ids)
    const because = 'The file records a decision here.'
    return [
      refusal(
        'TSQ-ANSWERS-VALUE',
        { path: at, value: String(found), choices: ids, because, ...(near !== undefined && { nearest: near }) },
        placeOf(path),
      ),
    ]
  }
  if (issue.code === 'invalid_type') {
    return [
      refusal(
        'TSQ-ANSWERS-SHAPE',
        { path: at || 'the file', expected: expectations[issue.expected] ?? issue.expected, found: kindOf(found) },
        placeOf(path),
      ),
    ]
  }
  if (issue.code === 'too_small')
    return [refusal('TSQ-ANSWERS-SHAPE', { path: at, expected: 'at least one entry', found: 'none' }, placeOf(path))]
  if (issue.code === 'too_big')
    return [
      refusal(
        'TSQ-ANSWERS-SHAPE',
        {
          path: at,
          expected: `at most ${issue.maximum} ${issue.origin === 'array' ? 'entries' : 'characters'}`,
          found: 'more',
        },
        placeOf(path),
      ),
    ]
  if (issue.code === 'invalid_key')
    return [
      refusal(
        'TSQ-ANSWERS-INVALID',
        {
          path: at,
          value: String(path.at(-1)),
          reason: 'It is not a path inside the repository.',
          todo: 'Write a relative path.',
        },
        placeOf(path),
      ),
    ]
  return [refusal('TSQ-ANSWERS-SHAPE', { path: at, expected: issue.message, found: kindOf(found) }, placeOf(path))]
}

/** Validates raw answers (all values as text). Every problem is returned, in the order of the file where lines are known. */
export const readAnswers = (
  value: unknown,
  placeOf: (path: Keys) => Place = () => ({}),
): Given | readonly Refusal[] => {
  const parsed = answersSchema.safeParse(value)
  if (parsed.success) return parsed.data
  return parsed.error.issues
    .flatMap(issue => fromIssue(issue, value, placeOf))
    .toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
}
