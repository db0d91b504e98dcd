import type { Architecture, Decision, Intake, RationaleKey } from '../answers/types.ts'
import { weigh } from './substance.ts'

/** The topics on which rules wait for a decision. */
export const topics = [
  'versioning',
  'compatibility',
  'extension',
  'observability',
  'data',
  'security',
  'deployment',
  'support',
] as const
export type Topic = (typeof topics)[number]

/**
 * Whether a decision says something. Whether it is a good one is for people to judge.
 * A bare word or a refusal ("none") needs its reason: then it is an honest decision against.
 */
export const decides = ({ decision, why }: Decision): boolean => {
  const weight = weigh(decision)
  return weight === 'sentence' || (weight === 'word' && weigh(why ?? '') === 'sentence')
}

/** Whether a decision on the topic was written down that says something. */
export const settled = (decisions: readonly Decision[], topic: Topic): boolean =>
  decisions.some(each => each.topic.trim().toLowerCase() === topic && decides(each))

/** Whether a reason was given for a choice, in more than a word. */
export const reasoned = (rationale: Architecture['rationale'], key: RationaleKey): boolean =>
  weigh(rationale[key] ?? '') === 'sentence'

/** Something that runs and answers others over a network. */
export const isService = (purpose: Intake['purpose']): boolean =>
  purpose === 'api-service' || purpose === 'internal-service'

/** Others rely on it: it is more than a trial. */
export const isReliedOn = (maturity: Intake['maturity']): boolean => maturity !== 'prototype'

/** Meant for years, by either answer. */
export const isForYears = (intake: Pick<Intake, 'maturity' | 'lifespan'>): boolean =>
  intake.maturity === 'long-term' || intake.lifespan === 'long-term'

/** Nobody but its author uses it. */
export const isPersonal = (users: Intake['users']): boolean =>
  users.length > 0 && users.every(each => each === 'personal')

/** A trial, or a tool of one’s own, that nobody plans to keep for years: here every extra part weighs more than it gives. */
export const isModest = (intake: Pick<Intake, 'purpose' | 'maturity' | 'lifespan' | 'users'>): boolean =>
  !isForYears(intake) && (intake.purpose === 'prototype' || intake.maturity === 'prototype' || isPersonal(intake.users))

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`

/** `1 component`, `3 components`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const withArticle: ReadonlyMap<string, string> = new Map([
  ['api-service', 'an API service'],
  ['internal-service', 'an internal service'],
  ['library', 'a library'],
  ['prototype', 'a prototype'],
  ['cli', 'a command-line program'],
])

/** The purpose with its article, for a sentence. */
export const aPurpose = (purpose: Intake['purpose']): string => withArticle.get(purpose) ?? purpose

const people: ReadonlyMap<string, string> = new Map([
  ['external', 'people outside'],
  ['internal-team', 'your own team'],
  ['developers', 'developers'],
  ['automated-systems', 'other programs'],
  ['personal', 'yourself'],
])

/** The users, for a sentence. */
export const usersOf = (users: Intake['users']): string => listed(users.map(each => people.get(each) ?? each))
