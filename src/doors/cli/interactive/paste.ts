import { wordsOf } from '../../../base/errors/known-error.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import type { Field } from './context.ts'
import { readAt, refusedIn } from './values.ts'

/** What a pasted list answered, and why some of its lines were not taken. */
export interface Pasted {
  readonly values: Partial<Given>
  readonly taken: number
  readonly problems: readonly string[]
}

const numbered = /^\s*(\d{1,2})(?:\s*[.):-]\s*|\s+)(.*?)\s*$/

/** Whether a text looks like an answered list. */
export const looksNumbered = (text: string): boolean => numbered.test(text.split('\n')[0] ?? '')

/** Reads lines such as `1. schema_guard`, `4 C`, `5: C, D`; each line stands or falls by itself. */
export const readPasted = (text: string, given: Given, fields: readonly Field[]): Pasted => {
  let values: Partial<Given> = {}
  const problems: string[] = []
  let taken = 0
  const seen = new Set<number>()
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return
    const at = `line ${index + 1}`
    const [, digits, answer] = numbered.exec(line) ?? []
    const number = Number(digits)
    const field = fields[number - 1]
    if (digits === undefined) problems.push(`${at}: no number before "${line.trim().slice(0, 40)}"`)
    else if (field === undefined)
      problems.push(`${at}: there is no question ${digits}; they go from 1 to ${fields.length}`)
    else if (answer === undefined || answer === '') problems.push(`${at} (${field.title}): no answer`)
    else if (seen.has(number))
      problems.push(`${at} (${field.title}): question ${number} was answered on an earlier line`)
    else {
      seen.add(number)
      const problem = field.problem?.(answer)
      if (problem !== undefined) {
        problems.push(`${at} (${field.title}): ${problem} Nothing of this line was taken.`)
        return
      }
      const read = readAt({ ...given, ...values }, field.path, (field.raw ?? (each => each))(answer))
      if (refusedIn(read)) {
        const [first] = read
        if (first !== undefined)
          problems.push(
            `${at} (${field.title}): "${answer}" cannot be taken. ${wordsOf(first.code).why(first.data)} ${wordsOf(first.code).todo(first.data)}`,
          )
      } else {
        values = { ...values, ...read }
        taken++
      }
    }
  })
  return { values, taken, problems }
}
