import type { Place, Refusal } from '../../../base/refusal.ts'
import { meant } from './choices.ts'
import { type Read, refusalsOf, valueAt } from './issues.ts'
import { answersSchema, type Given } from './schema.ts'

type Keys = readonly (string | number)[]

/** The purpose of answers that are not valid as a whole. */
const purposeOf = (value: unknown): string | undefined => {
  const found = valueAt(value, ['intake', 'purpose'])
  return typeof found === 'string' ? meant('intake.purpose', found)[0] : undefined
}

/**
 * Validates raw answers (all values as text). Every problem is returned, in the order of the file where lines are known. `purpose`
 * is what was answered before, where the values are not all.
 */
export const readAnswers = (
  value: unknown,
  placeOf: (path: Keys) => Place = () => ({}),
  purpose: string | undefined = purposeOf(value),
): Given | readonly Refusal[] => {
  const parsed = answersSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const read: Read = {
    value,
    schema: answersSchema,
    below: [],
    placeOf,
    because: ([section]) => (section === 'approvals' ? 'It records a decision.' : 'There is no other.'),
    purpose,
    todo: 'Write a relative path.',
  }
  return parsed.error.issues
    .flatMap(issue => refusalsOf(issue, read))
    .toSorted((a, b) => (a.place?.line ?? 0) - (b.place?.line ?? 0))
}
