import type { Rule, Suppression } from '../../../ports/rule.ts'
import { named } from '../finding-id.ts'
import type { Found, Inspected } from './found.ts'
import { asFinding } from './inspect.ts'

/** A finding that a comment silences, with the reason that the comment gives. */
export interface Silenced {
  readonly found: Found
  readonly reason: string
}

/** What stands after the comments in the files had their say. */
export interface Settled {
  readonly found: readonly Found[]
  readonly silenced: readonly Silenced[]
}

/** What does not parse holds no comment that could be believed. */
const unsilenceable: ReadonlySet<string> = new Set(['does-not-parse', 'not-text'])

const speaksOf = ({ rule, pack, code }: Found, name: string): boolean => name === rule || name === pack || name === code

/** A silence without a reason is none. */
const silences = ({ from, to, names, reason }: Suppression, each: Found): boolean =>
  reason !== '' &&
  each.line !== undefined &&
  each.line >= from &&
  each.line <= to &&
  !unsilenceable.has(each.rule) &&
  names.some(name => speaksOf(each, name))

const judged = (
  { path, suppressions }: Inspected,
  here: readonly Found[],
  looked: readonly Rule[],
  all: readonly Pick<Rule, 'id' | 'pack' | 'look'>[],
): readonly Found[] => {
  const isKnown = (rules: readonly Pick<Rule, 'id' | 'pack' | 'look'>[], name: string): boolean =>
    rules.some(({ id, pack, look }) => id === name || pack === name || (look.by === 'ruff' && look.code === name))
  return suppressions.flatMap(each => {
    const unknown = each.names.filter(name => !isKnown(all, name))
    const idle = each.names.filter(
      name => isKnown(looked, name) && !here.some(found => silences(each, found) && speaksOf(found, name)),
    )
    return looked.flatMap(rule => {
      const message = rule.look.by === 'suppression' ? rule.look.judge(each, { idle, unknown }) : undefined
      const finding = message && asFinding(rule, path, { line: each.line, column: each.column, message })
      return finding === undefined || finding === '' ? [] : (named([finding], new Map()) as readonly Found[])
    })
  })
}

/**
 * Lets the comments of the files silence what they speak of, and judges the comments: `looked` are the rules of this look, `all` the
 * ones that there are.
 */
export const settle = (
  files: readonly Inspected[],
  project: readonly Found[],
  looked: readonly Rule[],
  all: readonly Pick<Rule, 'id' | 'pack' | 'look'>[] = looked,
): Settled => {
  const byPath = Map.groupBy(project, each => each.path as string)
  const settled = files.map((file): Settled => {
    const here = [...file.found, ...(byPath.get(file.path) ?? [])]
    if (file.suppressions.length === 0) return { found: here, silenced: [] }
    const silenced = here.flatMap((found): readonly Silenced[] => {
      const by = file.suppressions.find(each => silences(each, found))
      return by === undefined ? [] : [{ found, reason: by.reason }]
    })
    const gone = new Set(silenced.map(each => each.found))
    return { found: [...here.filter(each => !gone.has(each)), ...judged(file, here, looked, all)], silenced }
  })
  const seen = new Set(files.map(each => each.path))
  return {
    found: [...settled.flatMap(each => each.found), ...project.filter(each => !seen.has(each.path))],
    silenced: settled.flatMap(each => each.silenced),
  }
}
