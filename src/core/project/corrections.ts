import { type Refusal, refusal } from '../../base/refusal.ts'
import type { Claim } from './claim.ts'
import { isTopic, single, type Topic } from './topics.ts'

/** What a person said is right, whatever the files say; it holds until it is taken back. */
export interface Correction {
  readonly topic: Topic
  readonly value: string
  readonly by: string
}

/** The topics of which there is one answer: only these can be put right by another one. */
export const correctable: readonly Topic[] = [...single, 'version', 'package']

const complaint = (problem: string): Refusal<'TSQ-ADOPT-CORRECTION'> =>
  refusal('TSQ-ADOPT-CORRECTION', { problem, topics: correctable })

/** Reads `manager=poetry`; an empty value takes an earlier correction back. */
export const readCorrection = (text: string, by: string): Correction | Refusal<'TSQ-ADOPT-CORRECTION'> => {
  const end = text.indexOf('=')
  const topic = text.slice(0, Math.max(0, end)).trim()
  const value = text.slice(end + 1).trim()
  if (end === -1) return complaint(`"${text}" does not say what is right`)
  if (!isTopic(topic) || !correctable.includes(topic)) return complaint(`"${topic}" cannot be corrected`)
  if (value.length > 200 || /[\p{Cc}\p{Cf}]/u.test(value)) return complaint(`the value for ${topic} is no short text`)
  return { topic, value, by }
}

/** Earlier corrections with newer ones over them. */
export const withCorrections = (before: readonly Correction[], newer: readonly Correction[]): readonly Correction[] => {
  const all = new Map(before.map(each => [each.topic, each] as const))
  for (const each of newer) {
    if (each.value === '') all.delete(each.topic)
    else all.set(each.topic, each)
  }
  return [...all.values()]
}

/** What counts on a topic: a person’s word, else what was found. */
export const settled = (
  topic: Topic,
  claims: readonly Claim[],
  corrections: readonly Correction[],
): readonly string[] => {
  const corrected = corrections.find(each => each.topic === topic)
  if (corrected !== undefined) return corrected.value.split(',').map(each => each.trim())
  return claims.filter(each => each.topic === topic).map(each => each.value)
}
