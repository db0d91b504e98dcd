import { wordsOf } from '../../../base/errors/known-error.ts'
import { choices } from '../../../core/design/answers/choices.ts'
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

const numberOf = (answer: string): number => Number(numbered.exec(answer)?.[1])

/** Whether a question takes only what it lists: no comma and no number behind one is part of such an answer. */
const isClosed = (field: Field | undefined): boolean => field !== undefined && field.path in choices

/**
 * The answers of a text, each with its number in front. One line may hold several, set apart by commas. Behind a choice every number
 * begins another answer; within a sentence only a number higher than its own does. In a list of lines a comma is only a comma.
 */
const answersOf = (
  text: string,
  fields: readonly Field[],
): { readonly unit: string; readonly answers: readonly string[] } => {
  const lines = text.split('\n')
  if (lines.filter(each => each.trim() !== '').length > 1) return { unit: 'line', answers: lines }
  const answers: string[] = []
  let between = ''
  text.split(/([,;]\s+)(?=\d{1,2}[\s.):-])/).forEach((part, index) => {
    const last = answers.at(-1)
    if (index % 2 === 1) between = part
    else if (last === undefined || isClosed(fields[numberOf(last) - 1]) || numberOf(part) > numberOf(last))
      answers.push(part)
    else answers[answers.length - 1] = `${last}${between}${part}`
  })
  return { unit: 'answer', answers }
}

/** Reads answers such as `1. schema_guard`, `4 C`, `5: C, D`, a line each or on one line; each stands or falls by itself. */
export const readPasted = (text: string, given: Given, fields: readonly Field[]): Pasted => {
  let values: Partial<Given> = {}
  const problems: string[] = []
  let taken = 0
  const seen = new Set<number>()
  const { unit, answers } = answersOf(text, fields)
  answers.forEach((line, index) => {
    if (line.trim() === '') return
    const [, digits, answer] = numbered.exec(line) ?? []
    const number = Number(digits)
    const field = fields[number - 1]
    // The number that the person wrote; only what has none is found by its place.
    const at = `question ${number} (${field?.title ?? ''})`
    if (digits === undefined) problems.push(`${unit} ${index + 1}: no number before "${line.trim().slice(0, 40)}"`)
    else if (field === undefined) problems.push(`there is no question ${digits}; they go from 1 to ${fields.length}`)
    else if (answer === undefined || answer === '') problems.push(`${at}: no answer`)
    else if (seen.has(number)) problems.push(`${at} was answered before`)
    else {
      seen.add(number)
      const problem = field.problem?.(answer)
      if (problem !== undefined) {
        problems.push(`${at}: ${problem} Nothing of it was taken.`)
        return
      }
      const read = readAt({ ...given, ...values }, field.path, (field.raw ?? (each => each))(answer))
      if (refusedIn(read)) {
        const [first] = read
        if (first !== undefined)
          problems.push(
            `${at}: "${answer}" cannot be taken. ${wordsOf(first.code).why(first.data)} ${wordsOf(first.code).todo(first.data)}`,
          )
      } else {
        values = { ...values, ...read }
        taken++
      }
    }
  })
  return { values, taken, problems }
}
