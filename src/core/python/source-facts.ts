import type { SyntaxNode } from '../../ports/grammar.ts'
import { type AppSign, appsOf, mayHoldApps } from './apps.ts'
import { bindingsOf } from './bindings.ts'
import { type Import, importsOf } from './imports.ts'
import { field, lineOf, parts } from './nodes.ts'
import { stringOf } from './strings.ts'

/** What a Python file tells of itself, without its text: small enough to keep for every file of a large tree. */
export interface SourceFacts {
  readonly lines: number
  /** The first line that does not parse. */
  readonly broken?: number
  /** Nothing but comments, or not even those. */
  readonly empty: boolean
  /** Every name of the module's own level. */
  readonly names: readonly string[]
  readonly imports: readonly Pick<Import, 'module' | 'level' | 'names' | 'line' | 'optional' | 'typeChecking'>[]
  readonly apps: readonly AppSign[]
  /** The line of `if __name__ == "__main__":`, with what is called below it. */
  readonly mainGuard?: { readonly line: number; readonly calls: readonly string[] }
  /** `__version__ = "1.2.3"`. */
  readonly version?: { readonly text: string; readonly line: number }
  /** Functions and methods that a test runner would find by their names. */
  readonly tests: number
  /** A class of `unittest`. */
  readonly unittest: boolean
  /** Functions of the public level, and how many of them are annotated throughout. */
  readonly functions: number
  readonly annotated: number
  /** It holds `execute_from_command_line`, as Django’s manage.py does. */
  readonly djangoManage?: number
}

const firstError = (node: SyntaxNode): number | undefined => {
  if (!node.hasError) return undefined
  if (node.isError || node.isMissing) return lineOf(node)
  for (const child of node.children) {
    const found = child === null ? undefined : firstError(child)
    if (found !== undefined) return found
  }
  return lineOf(node)
}

const isMainGuard = (condition: SyntaxNode | undefined): boolean => {
  const text = condition?.text ?? ''
  return text.length < 80 && /__name__/.test(text) && /["']__main__["']/.test(text)
}

const callsIn = (node: SyntaxNode): readonly string[] => [
  ...(node.type === 'call' ? [field(node, 'function')?.text ?? ''] : []),
  ...parts(node).flatMap(callsIn),
]

const mainGuardOf = (root: SyntaxNode): SourceFacts['mainGuard'] => {
  const guard = parts(root).find(each => each.type === 'if_statement' && isMainGuard(field(each, 'condition')))
  const body = guard && field(guard, 'consequence')
  if (guard === undefined) return undefined
  return { line: lineOf(guard), calls: body === undefined ? [] : callsIn(body).filter(each => each.length < 100) }
}

const versionOf = (root: SyntaxNode): SourceFacts['version'] => {
  for (const statement of parts(root))
    for (const each of parts(statement).filter(part => part.type === 'assignment')) {
      const right = field(each, 'right')
      const text = field(each, 'left')?.text === '__version__' && right !== undefined ? stringOf(right) : undefined
      if (text !== undefined) return { text, line: lineOf(each) }
    }
  return undefined
}

interface Counts {
  tests: number
  unittest: boolean
  functions: number
  annotated: number
}

const isAnnotated = (definition: SyntaxNode): boolean => {
  const parameters = field(definition, 'parameters')
  const named = parameters === undefined ? [] : parts(parameters)
  const bare = named.filter(
    each => each.type === 'identifier' || each.type === 'default_parameter' || each.type.endsWith('_splat_pattern'),
  )
  return field(definition, 'return_type') !== undefined && bare.every(each => /^(?:self|cls)$/.test(each.text))
}

const count = (scope: SyntaxNode, counts: Counts): void => {
  for (const each of parts(scope)) {
    const definition = each.type === 'decorated_definition' ? field(each, 'definition') : each
    if (definition?.type === 'function_definition') {
      const name = field(definition, 'name')?.text ?? ''
      if (name.startsWith('test')) counts.tests += 1
      if (!name.startsWith('_')) {
        counts.functions += 1
        if (isAnnotated(definition)) counts.annotated += 1
      }
    } else if (definition?.type === 'class_definition') {
      if (/\b(?:unittest\.)?(?:\w*TestCase)\b/.test(field(definition, 'superclasses')?.text.slice(0, 300) ?? ''))
        counts.unittest = true
      const body = field(definition, 'body')
      if (body !== undefined) count(body, counts)
    } else if (each.type === 'if_statement' || each.type === 'try_statement' || each.type === 'block')
      count(each, counts)
  }
}

/** Reads a file off its tree; what its text does not even mention is not looked for in the tree. */
export const sourceFacts = (root: SyntaxNode, text: string): SourceFacts => {
  const counts: Counts = { tests: 0, unittest: false, functions: 0, annotated: 0 }
  count(root, counts)
  const imports = importsOf(root)
  const broken = firstError(root)
  const mainGuard = text.includes('__main__') ? mainGuardOf(root) : undefined
  const version = text.includes('__version__') ? versionOf(root) : undefined
  const manage = imports.find(each => each.module === 'django.core.management')
  return {
    lines: root.endPosition.row + (root.endPosition.column > 0 ? 1 : 0),
    empty: parts(root).length === 0,
    ...(broken !== undefined && { broken }),
    names: [
      ...new Set([
        ...bindingsOf(root),
        ...imports.flatMap(each => (each.names.length > 0 ? [] : [each.module.split('.')[0] ?? ''])),
      ]),
    ],
    imports: imports.map(({ module, level, names, line, optional, typeChecking }) => ({
      module,
      level,
      names,
      line,
      optional,
      typeChecking,
    })),
    apps: mayHoldApps(text) ? appsOf(root) : [],
    ...(mainGuard && { mainGuard }),
    ...(version && { version }),
    ...counts,
    ...(manage?.names.includes('execute_from_command_line') === true && { djangoManage: manage.line }),
  }
}
