import type { RepoPath } from '../../base/repo-path.ts'
import type { Finding } from './finding.ts'
import { isSecret } from './verdict.ts'

/** Shorter words stand in too many places to be covered, and protect nothing. */
const shortest = 6

const quoted = [/"([^"\n]+)"/g, /'([^'\n]+)'/g, /`([^`\n]+)`/g]

/** Besides quoted texts: what stands behind a sign that gives a value, and long words. */
const bare = [/[=:]\s*([^\s"'`,;)}\]]+)/g, /([\w+/=.~-]{16,})/g]

/** Names to which something is given; messages may say them, and need to. */
const given = /([A-Za-z_]\w*)\s*(?::[^=\n]*)?=(?!=)/g

/** Lines that belong to one value: a key is often broken over several. */
const reach = 3

/** What may be a secret around the places where one was found: words that no message, receipt or report may repeat. */
export const secretWords = (findings: readonly Finding[], files: ReadonlyMap<RepoPath, string>): readonly string[] => {
  const words = new Set<string>()
  for (const { path, line } of findings.filter(isSecret)) {
    if (line === undefined) continue
    const lines = (files.get(path) ?? '').split('\n').slice(line - 1, line - 1 + reach)
    lines.forEach((text, index) => {
      const names = new Set([...text.matchAll(given)].map(([, name = '']) => name))
      for (const value of index === 0 ? [...quoted, ...bare] : quoted)
        for (const [, word = ''] of text.matchAll(value))
          if (word.length >= shortest && !names.has(word)) words.add(word)
    })
  }
  // The longest first: a word that is part of another must not leave the rest of it to be read.
  return [...words].toSorted((a, b) => b.length - a.length)
}

/** How much of a word tools show when they cut a long value short. */
const cut = 8

/** A text with these words covered, whole or cut short at either end as tools print long values. */
export const withoutWords = (text: string, words: readonly string[]): string =>
  words.reduce((covered, word) => {
    const whole = covered.replaceAll(word, '***')
    if (word.length < 2 * cut) return whole
    return whole.replaceAll(word.slice(0, cut), '***').replaceAll(word.slice(-cut), '***')
  }, text)
