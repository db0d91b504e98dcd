import type { SyntaxNode } from '../../ports/grammar.ts'
import { field, fields, parts } from './nodes.ts'

/** What each local name of a module stands for, by its imports at any level: `F` → `fastapi.FastAPI`. */
export type Imported = ReadonlyMap<string, string>

const collect = (node: SyntaxNode, into: Map<string, string>): void => {
  if (node.type === 'import_statement')
    for (const each of fields(node, 'name')) {
      const alias = field(each, 'alias')
      const name = (field(each, 'name') ?? each).text
      if (alias !== undefined) into.set(alias.text, name)
      else into.set(name.split('.')[0] ?? name, name.split('.')[0] ?? name)
    }
  else if (node.type === 'import_from_statement') {
    const module = field(node, 'module_name')
    if (module === undefined) return
    for (const each of fields(node, 'name')) {
      const name = (field(each, 'name') ?? each).text
      into.set(field(each, 'alias')?.text ?? name, `${module.text}.${name}`)
    }
  } else for (const part of parts(node)) collect(part, into)
}

/** Every name that a file imports, wherever in it. */
export const importedNames = (root: SyntaxNode): Imported => {
  const found = new Map<string, string>()
  collect(root, found)
  return found
}

/** The dotted name that a name or an attribute stands for; undefined where it is neither. */
export const qualifiedName = (node: SyntaxNode | undefined, imported: Imported): string | undefined => {
  if (node === undefined) return undefined
  if (node.type === 'identifier') return imported.get(node.text) ?? node.text
  if (node.type !== 'attribute') return undefined
  const owner = qualifiedName(field(node, 'object'), imported)
  const name = field(node, 'attribute')?.text
  return owner === undefined || name === undefined ? undefined : `${owner}.${name}`
}
