import { isFixturePath, namesASecret } from '../../../core/python/credential.ts'
import { type RuleHit, rule } from '../../../ports/rule.ts'
import { type Given, givenIn } from './given.ts'
import { valuesOf } from './structured.ts'
import { isSecretValue } from './value.ts'

/** What every name of a secret holds; most lines hold none of it, and are passed over quickly. */
const hint = /pass|pwd|secret|token|key|auth|cred|bearer/i

/** Each name is judged by its own value: what else the line or its comment says cannot speak for it. */
const inLine = (line: string, path: string): readonly Given[] => {
  if (!hint.test(line)) return []
  const seen = new Set<number>()
  return givenIn(line, path).filter(({ name, secret, column }) => {
    if (seen.has(column) || !secret || !namesASecret(name)) return false
    seen.add(column)
    return true
  })
}

const hit = (name: string, line: number, column: number): RuleHit => ({
  line,
  column,
  message: `\`${name}\` holds what looks like a real secret.`,
})

/** In a structured file a value need not stand beside its key. */
const inStructure = (text: string, path: string, known: ReadonlySet<number>): readonly RuleHit[] =>
  hint.test(text)
    ? valuesOf(text, path)
        .filter(({ name, value, line }) => !known.has(line) && namesASecret(name) && isSecretValue(value))
        .map(({ name, line, column }) => hit(name, line, column))
    : []

const find = (text: string, path: string): readonly RuleHit[] => {
  const byLine = text
    .split('\n')
    .flatMap((line, index) => inLine(line, path).map(({ name, column }) => hit(name, index + 1, column)))
  return [...byLine, ...inStructure(text, path, new Set(byLine.map(each => each.line)))].toSorted(
    (a, b) => a.line - b.line || a.column - b.column,
  )
}

export default rule({
  id: 'generic-secret',
  pack: 'security',
  allows: 'allow secrets in source text',
  what: 'A name such as password, token or api_key is given a literal that looks made by a machine, in code or in a comment.',
  why: 'Whoever can read the source can use the secret, and it stays in the history after it is removed.',
  fix: 'Read it from the environment or a secret store, and change the secret where it was issued.',
  bad: 'API_KEY = "9fK2mQ8xL4vT7zR1"\n',
  good: 'import os\n\nAPI_KEY = os.environ["API_KEY"]\n',
  cwe: 'CWE-798',
  severity: 'high',
  confidence: 'medium',
  since: '0.1.0',
  files: path => !isFixturePath(path),
  look: { by: 'text', find },
})
