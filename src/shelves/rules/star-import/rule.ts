import { isPackageFile } from '../../../core/python/modules.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { rule } from '../../../ports/rule.ts'

/**
 * A package that hands on its modules, settings that begin with others, a test of a language's own features, and a module that is nothing
 * but a door to another one: there a star is how it is done.
 */
const isHome = (source: Source): boolean =>
  isPackageFile(source.path) ||
  /(?:^|\/)settings|(?:^|\/)(?:__init__|compat|_compat|api|types|all)\.pyi?$/.test(source.path) ||
  isDoor(source) ||
  // `_json` beside `json`: the compiled half of a module.
  source.text.includes(`from _${(source.module ?? '').split('.').at(-1) ?? ''} import *`)

/** Nothing but imports and texts. */
const isDoor = ({ root }: Source): boolean =>
  root.namedChildren.every(
    each =>
      each === null ||
      /^(?:comment|import_statement|import_from_statement|future_import_statement)$/.test(each.type) ||
      /^(?:["']|[rR]["']|__\w+__\s*[:=])/.test(each.text),
  )

export default rule({
  id: 'star-import',
  pack: 'zen',
  allows: 'allow `from … import *`',
  what: 'A module takes every name of another with `*`.',
  why: 'Nobody can see where a name comes from, a new name over there silently replaces one here, and no tool can tell what is undefined.',
  fix: 'Import the names that are used.',
  bad: 'from os.path import *\n\nhome = expanduser("~")\n',
  good: 'from os.path import expanduser\n\nhome = expanduser("~")\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  zen: { line: 'namespaces', costs: 10 },
  look: { by: 'ruff', code: 'F403', except: (_, source) => isHome(source) },
})
