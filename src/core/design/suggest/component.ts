import type { Suggestion } from '../suggest.ts'

const kinds = [
  { kind: 'validator', pattern: /\b(?:valid|check|schema|verif|conform)\w*/i },
  { kind: 'pipeline', pattern: /\b(?:clean|filter|transform|pipeline|rows?\b|records?\b|steps?\b|etl\b|csv\b)\w*/i },
  { kind: 'client', pattern: /\b(?:clients?|sdk|http|fetche?s?|calls? (?:the|an|another))\b/i },
  { kind: 'worker', pattern: /\b(?:workers?|queues?|background jobs?|jobs)\b/i },
] as const

/**
 * The kind of component that a sentence is about: the one whose word comes first. A program is made of commands. Where no word is
 * there, or none of which the purpose can have, the reason says so.
 */
export const suggestedKind = (
  about: string,
  offered: (kind: string) => boolean = kind => kind !== 'command',
): Suggestion => {
  if (offered('command')) return { value: 'command', why: 'what a program does, it does in its subcommands' }
  const [first] = kinds
    .filter(each => offered(each.kind))
    .flatMap(({ kind, pattern }) => {
      const found = pattern.exec(about)
      return found === null ? [] : [{ kind, word: found[0], at: found.index }]
    })
    .toSorted((a, b) => a.at - b.at)
  if (first !== undefined) return { value: first.kind, why: `your sentence says "${first.word}"` }
  return {
    value: 'validator',
    why: 'it does not follow from your sentence: it is the more general kind; your own idea is custom, which needs an agent or a person',
  }
}
