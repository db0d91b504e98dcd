import { NestedTooDeeply } from '../../base/errors/nested-too-deeply.ts'
import { type Names, namesOf } from '../../core/python/api/names.ts'
import type { Target } from '../../core/python/condition.ts'
import type { ModuleInterface } from '../../core/python/interface.ts'
import type { Grammar } from '../../ports/grammar.ts'
import { interfaceIn } from './facts.ts'
import { isPython } from './looking.ts'

/** Of what cannot be followed nobody knows what it offers. */
const unknown: ModuleInterface = { members: [], open: true }

const read = (text: string, grammar: Grammar): ModuleInterface => {
  try {
    return interfaceIn(text, grammar)
  } catch (error) {
    if (!(error instanceof NestedTooDeeply)) throw error
    return unknown
  }
}

/** The names of a project's Python files; a file is read when something in it is asked for. */
export const namesIn = (files: ReadonlyMap<string, string>, grammar: Grammar, target: Target): Names =>
  namesOf({ paths: [...files.keys()].filter(isPython), read: path => read(files.get(path) ?? '', grammar) }, target)
