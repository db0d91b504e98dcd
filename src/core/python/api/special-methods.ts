import type { Parameter } from '../interface.ts'

/** Special methods that are called by name too. */
const calledByName = new Set(['__init__', '__new__', '__call__', '__init_subclass__'])

const byPosition = (each: Parameter): Parameter =>
  each.kind === 'positional or keyword' ? { ...each, kind: 'positional-only' } : each

/** The sign for a parameter that is given by position alone, from before there was `/`. Source: PEP 484. */
const isOldStyle = ({ name, kind }: Parameter): boolean =>
  kind !== 'keyword-only' && name.startsWith('__') && !name.endsWith('__')

/**
 * The parameters as callers give them, without the receiver. Python gives a special method's by position, so that their names are
 * nobody's business; the first ones whose names begin with two underscores are given so too.
 */
export const asGiven = (name: string, parameters: readonly Parameter[]): readonly Parameter[] => {
  if (/^__\w+__$/.test(name) && !calledByName.has(name)) return parameters.map(byPosition)
  const named = parameters.findIndex(each => !isOldStyle(each) && each.kind !== 'positional-only')
  return parameters.map((each, at) => (named < 0 || at < named ? byPosition(each) : each))
}
