import { entropyOf, isFixturePath, isPlaceholder, namesASecret } from '../../../core/python/credential.ts'
import { type RuleHit, rule } from '../../../ports/rule.ts'

/** A name, a sign of assignment, and a quoted value: in Python, TOML, JSON, YAML, and inside a comment. */
const quotedValue =
  /["']?([A-Za-z_][\w.-]*)["']?\]?\s*(?::[\w.[\]|\s]*)?(?:=|:)\s*(?:[bru]{0,2})(["'])((?:(?!\2)[^\\]|\\.)*)\2/gi
/** A name and a bare value that takes the rest of the line: in YAML and `.env` files. */
const bareValue = /^\s*(?:#\s*)?(?:export\s+)?(?:-\s*)?([A-Za-z_][\w.-]*)\s*[:=]\s*([^\s"'#]+)\s*(?:#.*)?$/
const bareFiles = /(?:^|\/)\.env[^/]*$|\.(?:env|ya?ml|ini|cfg|conf|properties)$/

/** Shorter values are words; longer ones without a break are what machines make. */
const shortest = 8
/** English words have about 3 bits in a character at this length, keys from a generator more than 3.5. */
const bitsOfWords = 2.8

const looksUp = /^(?:https?:\/\/[^@]*$|\.{0,2}\/|[\w.]+\(|\$|%\(|\{)/

/** What every name of a secret holds; most lines hold none of it, and are passed over quickly. */
const hint = /pass|pwd|secret|token|key|auth|cred|bearer/i

/** The words of `nextToken`, `Proxy-Authorization`, `DB_NAME`. */
const humps = /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g

/** Names and phrases that people write: letters alone, in words of a usual length. What a generator makes breaks them up. */
const isWritten = (value: string): boolean => {
  if (/\s/.test(value)) return true
  if (!/^[A-Za-z]+(?:[-_.:/][A-Za-z]+)*$/.test(value)) return false
  const words = value.match(humps) ?? []
  return value.length / Math.max(words.length, 1) >= 4
}

const isSecret = (name: string, value: string): boolean =>
  namesASecret(name) &&
  value.length >= shortest &&
  !isPlaceholder(value) &&
  !looksUp.test(value) &&
  !isWritten(value) &&
  entropyOf(value) >= bitsOfWords

/** The patterns look ahead and back: on one long line they would take for ever, so that it is read in parts that overlap. */
const part = 4000
const overlap = 500

const partsOf = (line: string): readonly { readonly at: number; readonly text: string }[] =>
  Array.from({ length: Math.max(1, Math.ceil((line.length - overlap) / (part - overlap))) }, (_, index) => {
    const at = index * (part - overlap)
    return { at, text: line.slice(at, at + part) }
  })

interface Given {
  readonly name: string
  readonly value: string
  readonly column: number
}

const givenIn = (line: string, path: string): readonly Given[] => {
  const quoted = partsOf(line).flatMap(({ at, text }) =>
    [...text.matchAll(quotedValue)].map(found => ({
      name: found[1] ?? '',
      value: found[3] ?? '',
      column: at + found.index + 1,
    })),
  )
  const bare = bareFiles.test(path) ? bareValue.exec(line.slice(0, part)) : null
  return bare ? [...quoted, { name: bare[1] ?? '', value: bare[2] ?? '', column: 1 + line.search(/\S/) }] : quoted
}

/** Each name is judged by its own value: what else the line or its comment says cannot speak for it. */
const inLine = (line: string, path: string): readonly Given[] => {
  if (!hint.test(line)) return []
  const seen = new Set<number>()
  return givenIn(line, path).filter(({ name, value, column }) => {
    if (seen.has(column) || !isSecret(name, value)) return false
    seen.add(column)
    return true
  })
}

export default rule({
  id: 'generic-secret',
  allows: 'allow secrets in source text',
  what: 'A name such as password, token or api_key is given a literal that looks made by a machine, in code or in a comment.',
  why: 'Whoever can read the source can use the secret, and it stays in the history after it is removed.',
  fix: 'Read it from the environment or a secret store, and change the secret where it was issued.',
  cwe: 'CWE-798',
  severity: 'high',
  confidence: 'medium',
  since: '0.1.0',
  find: (text, path): readonly RuleHit[] =>
    isFixturePath(path)
      ? []
      : text.split('\n').flatMap((line, index) =>
          inLine(line, path).map(({ name, column }) => ({
            line: index + 1,
            column,
            message: `\`${name}\` holds what looks like a real secret.`,
          })),
        ),
})
