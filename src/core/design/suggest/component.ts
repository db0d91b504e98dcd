import type { Suggestion } from '../suggest.ts'

const kinds = [
  { kind: 'validator', pattern: /\b(?:valid|check|schema|verif|conform)\w*/i },
  { kind: 'pipeline', pattern: /\b(?:clean|filter|transform|pipeline|rows?\b|records?\b|steps?\b|etl\b|csv\b)\w*/i },
] as const

/** The kind of component that a sentence is about, by its words; where none is there, the reason says so. */
export const suggestedKind = (about: string, purpose?: string): Suggestion => {
  if (purpose === 'cli') return { value: 'command', why: 'what a program does, it does in its subcommands' }
  for (const { kind, pattern } of kinds) {
    const word = pattern.exec(about)?.[0]
    if (word !== undefined) return { value: kind, why: `your sentence says "${word}"` }
  }
  return {
    value: 'validator',
    why: 'it does not follow from your sentence: it is the more general kind; your own idea is custom, which needs an agent or a person',
  }
}
