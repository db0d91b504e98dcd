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

const kinds = [
  { purpose: 'prototype', pattern: /\b(?:prototypes?|experiments?|proof of concept|spike)\b/i },
  { purpose: 'cli', pattern: /\b(?:cli|command[- ]line|terminal|console)\b/i },
  { purpose: 'internal-service', pattern: /\binternal (?:service|api|server)\b/i },
  { purpose: 'api-service', pattern: /\b(?:api|service|server|backend|microservice|rest)\b/i },
  { purpose: 'library', pattern: /\b(?:library|package|module|toolkit|sdk|framework)\b/i },
] as const

/** What each purpose usually leaves out, and the words by which an idea asks for it after all. */
const outside: Readonly<Record<string, readonly (readonly [text: string, asked: RegExp])[]>> = {
  library: [
    ['a command-line program', kinds[1].pattern],
    ['a web service', kinds[3].pattern],
  ],
  cli: [
    ['a graphical interface', /\b(?:gui|graphical|desktop|window)\b/i],
    ['a web service', kinds[3].pattern],
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

const nameOf = (idea: string): Suggestion | undefined => {
  const words = idea
    .toLowerCase()
    .replaceAll(/[^a-z0-9\s-]/g, ' ')
    .split(/[\s-]+/)
    .filter(Boolean)
  const at = words.findIndex(word => verbOf(word) !== undefined)
  const verb = verbOf(words[at] ?? '')
  if (verb === undefined) return undefined
  const object = objectOf(words.slice(at + 1))
  const name = [object, doers[verb]].filter(Boolean).join('_')
  if (packageNameProblem(name) !== undefined || name.length > 40) return undefined
  return { value: name, why: `what it does ("${verb}")${object === undefined ? '' : ` and to what ("${object}")`}` }
}

/** Suggestions from one sentence, by rules that can be told: its kind of thing, its verb, its object. */
export const suggest = (idea: string): Suggestions => {
  const said = idea
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(wish, '')
    .replace(/[.!\s]+$/, '')
  if (said === '') return {}
  const kind = kinds.find(each => each.pattern.test(said))
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
      purpose: { value: kind.purpose, why: `the word "${kind.pattern.exec(said)?.[0] ?? ''}"` },
    }),
    ...(left.length > 0 && { non_goals: { value: left.join('; '), why: 'your sentence does not ask for it' } }),
  }
}
