import type { SyntaxNode } from '../../ports/grammar.ts'
import type { Condition } from './condition.ts'
import type { ImportMember } from './interface.ts'
import { field, fields, lineOf, parts } from './nodes.ts'

/** The names that an import binds, with what is meant by each. */
export const importMembers = (node: SyntaxNode, when: Condition | undefined): readonly ImportMember[] => {
  const source = field(node, 'module_name')
  const dots =
    source?.type === 'relative_import' ? (/^[.\s]*/.exec(source.text)?.[0].replaceAll(/\s/g, '').length ?? 0) : 0
  const module = (source?.text ?? '').replace(/^[.\s]+/, '')
  const common = { kind: 'import' as const, ...(when && { when }) }
  if (parts(node).some(each => each.type === 'wildcard_import'))
    return [{ ...common, name: '*', line: lineOf(node), exported: false, from: { module, level: dots } }]
  return fields(node, 'name').map(each => {
    const alias = field(each, 'alias')?.text
    const original = alias === undefined ? each.text : (field(each, 'name')?.text ?? '')
    const top = original.split('.')[0] ?? ''
    const isPlain = node.type === 'import_statement'
    return {
      ...common,
      name: alias ?? (isPlain ? top : original),
      line: lineOf(each),
      exported: alias !== undefined && alias === original,
      from: isPlain
        ? { module: alias === undefined ? top : original, level: 0 }
        : { module, level: dots, name: original },
    }
  })
}
