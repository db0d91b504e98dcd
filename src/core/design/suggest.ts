import { packageNameProblem } from './answers/names.ts'

/** Something that could be answered, and why it was thought of. It is shown; it counts only when a person chooses it. */
export interface Suggestion {
  readonly value: string
  readonly why: string
}

/** What a sentence about an idea suggests for the intake. */
export interface Suggestions {
  readonly package_name?: Suggestion
  readonly repository_name?: Suggestion
  readonly description?: Suggestion
  readonly purpose?: Suggestion
  readonly non_goals?: Suggestion
}

/** Each purpose with the words that speak of it, the more telling ones first. */
const kinds = [
  {
    purpose: 'prototype',
    words: ['prototype', 'prototypes', 'experiment', 'experiments', 'proof of concept', 'spike'],
  },
  { purpose: 'cli', words: ['cli', 'command line', 'terminal', 'console'] },
  { purpose: 'internal-service', words: ['internal service', 'internal api', 'internal server'] },
  { purpose: 'api-service', words: ['api', 'service', 'server', 'backend', 'microservice', 'rest'] },
  { purpose: 'library', words: ['library', 'package', 'module', 'toolkit', 'sdk', 'framework'] },
] as const

const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(`\\b(?:${words.join('|').replaceAll(' ', '[- ]')})\\b`, 'i')

const pages = ['a user interface', /\b(?:gui|ui|interface|front[- ]?end|pages?|website|dashboard|browser)\b/i] as const

/** What each purpose usually leaves out, and the words by which an idea asks for it after all. */
const outside: Readonly<Record<string, readonly (readonly [text: string, asked: RegExp])[]>> = {
  'api-service': [pages, ['jobs that run for hours', /\b(?:jobs?|queues?|batch|background|schedul\w*)\b/i]],
  'internal-service': [pages, ['use by people outside', /\b(?:public|customers?|outside|external)\b/i]],
  library: [
    ['a command-line program', anyOf(kinds[1].words)],
    ['a web service', anyOf(kinds[3].words)],
  ],
  cli: [
    ['a graphical interface', /\b(?:gui|graphical|desktop|window)\b/i],
    ['a web service', anyOf(kinds[3].words)],
  ],
  prototype: [['use in production', /\bproduction\b/i]],
}

const wish =
  /^\s*(?:please\s+)?(?:(?:i|we)(?:\s+(?:would|'d|’d))?\s+(?:want|need|like|wish for)|(?:make|build|create|write)(?:\s+me)?)\s+(?:to\s+(?:build|make|create|write|have)\s+)?/i

const doers: Readonly<Record<string, string>> = {
  validate: 'validator',
  check: 'checker',
  convert: 'converter',
  clean: 'cleaner',
  generate: 'generator',
  compare: 'comparer',
  translate: 'translator',
  calculate: 'calculator',
  filter: 'filter',
  parse: 'parser',
  read: 'reader',
  write: 'writer',
  format: 'formatter',
  schedule: 'scheduler',
  transform: 'transformer',
}

const fillers = new Set(
  'a an the of my our your their some any all and or simple small tiny fast typed new good little python'.split(' '),
)

/** The first noun after the verb, up to a word that opens another phrase. */
const objectOf = (words: readonly string[]): string | undefined => {
  const end = words.findIndex(word => /^(?:against|from|into|to|with|for|by|in|on|and|or|as|that|which|so)$/.test(word))
  const phrase = (end === -1 ? words : words.slice(0, end)).filter(word => !fillers.has(word))
  return phrase.at(-1)
}

const verbOf = (word: string): string | undefined =>
  [word, word.replace(/s$/, ''), word.replace(/es$/, ''), word.replace(/ing$/, ''), word.replace(/ing$/, 'e')].find(
    each => Object.hasOwn(doers, each),
  )

/** Words that say what kind of thing it is: in front of them stands what it is about. */
const kindWords = new Set<string>(kinds.flatMap(each => each.words.flatMap(words => words.split(' '))))

/** "an orders API", "a service for parcels": what it is about. */
const subjectOf = (words: readonly string[]): string | undefined => {
  const at = words.findIndex(word => kindWords.has(word))
  if (at === -1) return undefined
  const before = objectOf(words.slice(0, at).filter(word => !kindWords.has(word)))
  const link = words.findIndex((word, index) => index > at && /^(?:for|of|about)$/.test(word))
  return before ?? (link === -1 ? undefined : objectOf(words.slice(link + 1)))
}

const named = (name: string, why: string): Suggestion | undefined =>
  packageNameProblem(name) !== undefined || name.length > 40 ? undefined : { value: name, why }

const nameOf = (idea: string): Suggestion | undefined => {
  const words = idea
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s-]/g, ' ')
    .split(/[\s-]+/)
    .filter(Boolean)
  const subject = subjectOf(words)
  const at = words.findIndex(word => verbOf(word) !== undefined)
  const verb = verbOf(words[at] ?? '')
  if (verb === undefined) return subject === undefined ? undefined : named(subject, `what it is about ("${subject}")`)
  const object = objectOf(words.slice(at + 1))
  const name = [object, doers[verb]].filter(Boolean).join('_')
  return named(name, `what it does ("${verb}")${object === undefined ? '' : ` and to what ("${object}")`}`)
}

/** Suggestions from one sentence, by rules that can be told: its kind of thing, its verb, its object. */
export const suggest = (idea: string): Suggestions => {
  const said = idea
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(wish, '')
    .replace(/[.!\s]+$/, '')
  if (said === '') return {}
  const kind = kinds.find(each => anyOf(each.words).test(said))
  const name = nameOf(said)
  const left =
    kind === undefined
      ? []
      : (outside[kind.purpose] ?? []).filter(([, asked]) => !asked.test(said)).map(([text]) => text)
  return {
    ...(name !== undefined && {
      package_name: name,
      repository_name: { value: name.value.replaceAll('_', '-'), why: 'the package’s name, with hyphens' },
    }),
    ...(said.length <= 290 && {
      description: { value: `${said.charAt(0).toUpperCase()}${said.slice(1)}.`, why: 'your own sentence' },
    }),
    ...(kind !== undefined && {
      purpose: { value: kind.purpose, why: `the word "${anyOf(kind.words).exec(said)?.[0] ?? ''}"` },
    }),
    ...(left.length > 0 && { non_goals: { value: left.join('; '), why: 'your sentence does not ask for it' } }),
  }
}
