import { isFedByConstants } from '../../../core/python/source/fed.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import { nodeAt } from '../../../core/python/source/place.ts'
import { isMigration, isRunAsQuery } from '../../../core/python/source/queries.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { RuleHit } from '../../../ports/rule.ts'

/** Who says a sentence to a person: loggers, warnings, the terminal, translations. */
const speaker =
  /(?:^|\.)(?:print|echo|secho|warn|warning|info|debug|error|exception|critical|log|fail|skip|_|gettext|gettext_lazy|ngettext|add_argument|Option|Argument)$/

/** Whether a text is said to a person: then it may read like SQL and is none ("select one from …"). */
const isSaid = (node: SyntaxNode | undefined): boolean => {
  for (let each = node?.parent; each; each = each.parent) {
    if (each.type === 'raise_statement' || each.type === 'assert_statement') return true
    if (each.type === 'call' && speaker.test(each.childForFieldName('function')?.text ?? '')) return true
    if (/_statement$|_definition$|^block$/.test(each.type)) return false
  }
  return false
}

/** A call that is fed only by constants is not an injection, nor is a sentence. */
export const isNoQuery = (hit: RuleHit, source: Source): boolean => {
  const node = nodeAt(source, hit)
  if (source.isTest || isMigration(source.path) || isFixed(source, node) || isSaid(node)) return true
  // `query-from-text` tells it where it is run.
  return node !== undefined && isRunAsQuery(source, node)
}

/** Whether the query that a call is given is written down. */
export const isOwnQuery = (hit: RuleHit, source: Source): boolean => isFedByConstants(source, hit)
