import type { Parameter } from '../interface.ts'

/** Special methods that are called by name too. */
const calledByName = new Set(['__init__', '__new__', '__call__', '__init_subclass__'])

/** The parameters as callers give them: Python gives a special method's by position, so that their names are nobody's business. */
export const asGiven = (name: string, parameters: readonly Parameter[]): readonly Parameter[] =>
  /^__\w+__$/.test(name) && !calledByName.has(name)
    ? parameters.map(each => (each.kind === 'positional or keyword' ? { ...each, kind: 'positional-only' } : each))
    : parameters
