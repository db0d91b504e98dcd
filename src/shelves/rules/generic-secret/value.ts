import { entropyOf, isPlaceholder } from '../../../core/python/credential.ts'

/** Shorter values are words; longer ones without a break are what machines make. */
const shortest = 8
/** English words have about 3 bits in a character at this length, keys from a generator more than 3.5. */
const bitsOfWords = 2.8

/** An address without a user in it, or a call. */
const looksUp = /^(?:https?:\/\/[^@]*$|[\w.]+\()/

/** What is filled in later: `${NAME}`, `${{ secrets.NAME }}`, `$NAME`, `{{ name }}`, `{name}`, `%(name)s`. */
const references =
  /\$?\{\{[^{}]*\}\}|\{[A-Za-z_]*\}|\$\{[A-Za-z_.]+(?:\d{1,2}[A-Za-z_.]*)?\}|\$[A-Z_]+(?:\d{1,2}_?[A-Z_]*)?(?![A-Za-z0-9])|%\(\w+\)[sd]?/g
/** What a shell takes where the variable is not set: `${NAME:-this}`. */
const fallback = /^\$\{\w+:?[-=?+](.*)\}$/

/** The words of `nextToken`, `Proxy-Authorization`, `DB_NAME`. */
const humps = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g

/** Names that people write: letters alone, in words of a usual length. What a generator makes breaks them up. */
const isWritten = (value: string): boolean => {
  if (!/^[$/]?[A-Za-z]+(?:[-_.:/][A-Za-z]+)*[:.,!?]?$/.test(value)) return false
  const words = value.match(humps) ?? []
  return value.length / Math.max(words.length, 1) >= 4
}

/** A place among files has several parts, and people named at least half of them. One slash alone is a character of a key. */
const isPath = (value: string): boolean => {
  if (!/^(?:~|\.{1,2})?\/[\w.@/-]+$/.test(value)) return false
  const parts = value.split('/').filter(each => each !== '')
  return parts.length > 1 && parts.filter(each => /^[A-Za-z._-]+$/.test(each)).length * 2 >= parts.length
}

/** Generators use letters without accents, and no other alphabet; translations of “password” do. */
const foreign = /[^\x20-\x7e]/

/** `5.0.0-1667386184.dfbbb54`, and `credentials.password1.value`: the parts of a key of three parts are longer. */
const isNamed = (value: string): boolean =>
  /^[~^=v]?\d{1,4}\.\d{1,4}\.\d/.test(value) || /^[A-Za-z_]\w{0,19}(?:\.[A-Za-z_]\w{0,19}){1,6}$/.test(value)

/** A regular expression: `\\d+(?:st|nd)`, `[^"]+`, `.*@gmail.com`. */
const isPattern = (value: string): boolean =>
  /\\[dwsbDWSB]|\(\?[:=!P]|\[\^|\.[*+](?!\w*$)|\[[a-z0-9]-[a-z0-9]/i.test(value)

/** Whether a value without a break may be a secret. */
const isWhole = (value: string): boolean =>
  value.length >= shortest &&
  !isPlaceholder(value) &&
  !looksUp.test(value) &&
  !isPath(value) &&
  !isWritten(value) &&
  !isNamed(value) &&
  !isPattern(value.slice(0, 200)) &&
  !foreign.test(value) &&
  entropyOf(value) >= bitsOfWords

/** Letters and digits by turns, for longer than any word that people write. */
const isMade = (word: string): boolean =>
  word.length >= 12 && (word.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 4 && isWhole(word)

const address = /^[a-z][a-z0-9+.-]*:\/\//i
const withPassword = /^[^/]*\/\/[^/:@\s]*:([^@\s]+)@/

/** Whether a value that is written as it is, with quotes or up to the end of its line, may be a secret. */
export const isSecretValue = (given: string): boolean => {
  const written = (fallback.exec(given)?.[1] ?? given).replaceAll(references, '').trim()
  // Of an address only its password can be one.
  const value = address.test(written) ? (withPassword.exec(written)?.[1] ?? '') : written
  return /\s/.test(value) ? value.split(/\s+/).some(isMade) : isWhole(value)
}

/** Whether a bare word in prose or in a command can only be one: there is no quote that says where a value ends. */
export const isSecretWord = (word: string): boolean => isMade(word.replaceAll(references, ''))
