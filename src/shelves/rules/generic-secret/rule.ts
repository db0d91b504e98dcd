import { entropyOf, isKnownNoise, isPlaceholder, namesASecret } from '../../../core/python/credential.ts'
import { type RuleHit, rule } from '../../../ports/rule.ts'

/** A name, a sign of assignment, and a quoted value: in Python, TOML, JSON, YAML, and inside a comment. */
const quotedValue =
  /["']?([A-Za-z_][\w.-]*)["']?\]?\s*(?::\s*[\w.[\]| ]+)?\s*(?:=|:)\s*(?:[bru]{0,2})(["'])((?:(?!\2)[^\\]|\\.)*)\2/gi
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

const inLine = (line: string, path: string): readonly { readonly name: string; readonly column: number }[] => {
  if (!hint.test(line) || line.length > 5000 || isKnownNoise(line, path)) return []
  const quoted = [...line.matchAll(quotedValue)].map(found => ({
    name: found[1] ?? '',
    value: found[3] ?? '',
    column: found.index + 1,
  }))
  const bare = bareFiles.test(path) && quoted.length === 0 ? bareValue.exec(line) : null
  const all = bare ? [{ name: bare[1] ?? '', value: bare[2] ?? '', column: 1 + line.search(/\S/) }] : quoted
  return all.filter(({ name, value }) => isSecret(name, value))
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
    text.split('\n').flatMap((line, index) =>
      inLine(line, path).map(({ name, column }) => ({
        line: index + 1,
        column,
        message: `\`${name}\` holds what looks like a real secret.`,
      })),
    ),
})
