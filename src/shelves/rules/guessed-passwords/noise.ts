import { isFixturePath, isKnownNoise } from '../../../core/python/credential.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { RuleHit } from '../../../ports/rule.ts'

const literal = /^(?:\w+\s*=\s*)?[(\s]*[a-z]{0,2}("""|'''|"|')([\s\S]*)\1/i

const textOf = ({ line, column, end }: RuleHit, text: string): string => {
  const lines = text.split('\n').slice(line - 1, end?.line ?? line)
  const last = lines.length - 1
  return lines
    .map((each, at) => each.slice(at === 0 ? column - 1 : 0, at === last && end ? end.column - 1 : undefined))
    .join('\n')
}

/** Whether what Ruff guesses to be a password is none: it names the name last, and what it points at is the literal. */
export const isNoSecret = (hit: RuleHit, source: Source): boolean => {
  const name = /: "([^"]*)"\.?$/.exec(hit.message)?.[1] ?? ''
  const value = literal.exec(textOf(hit, source.text))?.[2]
  return source.isTest || isFixturePath(source.path) || isKnownNoise(name, value)
}
