import type { SecretHit } from '../../../ports/secrets.ts'
import type { Unnamed } from '../finding-id.ts'

const widest = 400

/** Source: CWE-798, use of hard-coded credentials. */
const hardCoded = 'CWE-798'

/** The lines on which a secret was found, by whichever rule. */
export const secretLines = (
  found: readonly Pick<Unnamed, 'cwe' | 'line'>[],
  secrets: readonly SecretHit[],
): ReadonlySet<number> =>
  new Set([
    ...found.flatMap(each => (each.cwe === hardCoded && each.line !== undefined ? [each.line] : [])),
    ...secrets.map(each => each.line),
  ])

/** The name at the head of a line, letters alone: what a generator makes has digits in it. */
const head = /^(\s*(?:#\s*)?(?:export\s+)?["']?[A-Za-z_.-]{1,60}["']?\s*[:=])/

/** Words that say of a line that it may hold a secret, whether or not a rule looked for one. */
const hint = /pass|pwd|secret|token|key|auth|cred|bearer/i
const quoted = /(["'`])(?:(?!\1)[^\\]|\\.){6,}\1/g

/** What a screen, a log or a cache may keep of a line; a secret is never in it. */
export const excerptOf = (line: string, isSecret: boolean): string => {
  const shown = line.replace(/\r$/, '').slice(0, widest)
  if (isSecret) return `${head.exec(shown)?.[1] ?? ''} ***`.trimStart()
  return hint.test(shown) ? shown.replaceAll(quoted, '$1***$1') : shown
}
