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

// Other names under which people write a decision down. A list of synonyms, not of meanings: an unknown topic is nobody's.
const synonyms: Readonly<Record<Topic, string>> = {
  versioning: 'version|versions|semver|calver|release numbers|version numbers',
  compatibility: 'backward compatibility|backwards compatibility|deprecation|deprecations|breaking changes|stability',
  extension: 'extensions|extensibility|extension point|extension points|plugin|plugins|plug in|plug ins',
  observability: 'monitoring|telemetry|metrics|tracing|health checks',
  data: 'storage|persistence|database|migrations|backup|backups',
  security: 'authentication|authorization|authorisation|auth|access control|trust',
  deployment: 'hosting|operations|infrastructure',
  support: 'maintenance|maintainers|ownership|upkeep',
}

/** The topic that a decision's heading names, in whatever case and under its usual synonyms; undefined for any other. */
export const topicOf = (heading: string): Topic | undefined => {
  const plain = heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/ (?:policy|strategy|scheme|rules?)$/u, '')
  return topics.find(topic => topic === plain || synonyms[topic].split('|').includes(plain))
}

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
  decisions.some(each => topicOf(each.topic) === topic && decides(each))

/** Whether a reason was given for a choice, in more than a word. */
export const reasoned = (rationale: Architecture['rationale'], key: RationaleKey): boolean =>
  weigh(rationale[key] ?? '') === 'sentence'

/** Something that runs and answers others over a network. */
export const isService = (purpose: Intake['purpose']): boolean =>
  purpose === 'api-service' || purpose === 'internal-service'

/** Meant for years, by either answer. */
export const isForYears = (intake: Pick<Intake, 'maturity' | 'lifespan'>): boolean =>
  intake.maturity === 'long-term' || intake.lifespan === 'long-term'

/** Nobody but its author uses it. Whoever says that others depend on it for years (maturity "long-term") is not alone. */
export const isPersonal = (intake: Pick<Intake, 'maturity' | 'users'>): boolean =>
  intake.maturity !== 'long-term' && intake.users.length > 0 && intake.users.every(each => each === 'personal')

/** Others rely on it: it is more than a trial, or a trial that is planned to be kept for years. */
export const isReliedOn = (intake: Pick<Intake, 'maturity' | 'lifespan' | 'users'>): boolean =>
  intake.maturity !== 'prototype' || (intake.lifespan === 'long-term' && !isPersonal(intake))

/** A trial, or a tool of one’s own, that nobody plans to keep for years: here every extra part weighs more than it gives. */
export const isModest = (intake: Pick<Intake, 'purpose' | 'maturity' | 'lifespan' | 'users'>): boolean =>
  !isForYears(intake) && (intake.purpose === 'prototype' || intake.maturity === 'prototype' || isPersonal(intake))

/** What makes it modest, for a sentence. */
export const modestly = (intake: Pick<Intake, 'purpose' | 'maturity'>): string =>
  intake.purpose === 'prototype' || intake.maturity === 'prototype' ? 'It is a trial' : 'It is a tool of your own'

/** Whether a custom component's interface names something that can be called or made. */
export const hasSignature = (stub: string | undefined): boolean =>
  /^\s*(?:(?:async\s+)?def|class)\s+\p{ID_Start}/mu.test(stub ?? '')

/** `a`, `a and b`, `a, b and c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.slice(-1).join('')}`

/** The sentence with its first letter in upper case. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

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
