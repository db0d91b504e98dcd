import type { SyntaxNode } from '../../ports/grammar.ts'
import { field, lineOf, parts } from './nodes.ts'
import { type Imported, importedNames, qualifiedName } from './qualified.ts'

/** An application that a file makes, or a function of it that does. */
export interface AppSign {
  readonly framework: string
  readonly how: 'app' | 'app-factory' | 'command-line'
  readonly name: string
  readonly line: number
}

/** The names under which each library lets its application be imported. */
const frameworks: Readonly<Record<string, readonly string[]>> = {
  fastapi: ['fastapi.FastAPI', 'fastapi.applications.FastAPI'],
  starlette: ['starlette.applications.Starlette'],
  flask: ['flask.Flask', 'flask.app.Flask'],
  quart: ['quart.Quart'],
  sanic: ['sanic.Sanic'],
  litestar: ['litestar.Litestar'],
  falcon: ['falcon.App', 'falcon.asgi.App'],
  aiohttp: ['aiohttp.web.Application'],
  bottle: ['bottle.Bottle'],
  tornado: ['tornado.web.Application'],
  django: ['django.core.wsgi.get_wsgi_application', 'django.core.asgi.get_asgi_application'],
  celery: ['celery.Celery', 'celery.app.Celery', 'celery.app.base.Celery'],
}

/** Objects that a command line is made of: they are doors only where something calls them. */
const commandLines: Readonly<Record<string, readonly string[]>> = {
  typer: ['typer.Typer'],
  click: ['click.Group', 'click.group', 'click.command'],
}

const byName: ReadonlyMap<string, { readonly framework: string; readonly cli: boolean }> = new Map(
  [frameworks, commandLines].flatMap((table, index) =>
    Object.entries(table).flatMap(([framework, names]) =>
      names.map(each => [each, { framework, cli: index === 1 }] as const),
    ),
  ),
)

/** Whether a text mentions what every application is made with: most files do not, and need no second look. */
export const mayHoldApps = (text: string): boolean =>
  /\b(?:fastapi|starlette|flask|quart|sanic|litestar|falcon|aiohttp|bottle|tornado|django|celery|typer|click)\b/.test(
    text,
  )

type Known = { readonly framework: string; readonly cli: boolean }

interface Scope {
  readonly imported: Imported
  /** Classes of this file that are one of these applications. */
  readonly own: ReadonlyMap<string, Known>
}

const madeBy = (node: SyntaxNode | undefined, { imported, own }: Scope): Known | undefined => {
  if (node?.type !== 'call') return undefined
  const name = qualifiedName(field(node, 'function'), imported)
  return name === undefined ? undefined : (own.get(name) ?? byName.get(name))
}

/** Statements that only guard what is in them. */
const guards =
  /^(?:if_statement|elif_clause|else_clause|try_statement|except_clause|finally_clause|with_statement|block)$/

const atModuleLevel = (node: SyntaxNode): readonly SyntaxNode[] =>
  parts(node).flatMap(each => (guards.test(each.type) ? atModuleLevel(each) : [each]))

const assigned = (statement: SyntaxNode): SyntaxNode | undefined =>
  statement.type === 'expression_statement' ? parts(statement).find(each => each.type === 'assignment') : undefined

const ownClasses = (statements: readonly SyntaxNode[], imported: Imported): ReadonlyMap<string, Known> => {
  const found = new Map<string, Known>()
  for (const each of statements) {
    const bases = each.type === 'class_definition' ? field(each, 'superclasses') : undefined
    const name = field(each, 'name')?.text
    for (const base of bases === undefined || name === undefined ? [] : parts(bases)) {
      const known = byName.get(qualifiedName(base, imported) ?? '')
      if (known !== undefined && name !== undefined) found.set(name, known)
    }
  }
  return found
}

const withinFunction = (node: SyntaxNode): readonly SyntaxNode[] =>
  parts(node).flatMap(each =>
    /^(?:function|class)_definition$|^lambda$/.test(each.type) ? [] : [each, ...withinFunction(each)],
  )

/** What a function makes and hands out: returned as it is made, or by the name that it was given. */
const handedOut = (definition: SyntaxNode, scope: Scope): Known | undefined => {
  const body = field(definition, 'body')
  const nodes = body === undefined ? [] : withinFunction(body)
  const named = new Map<string, Known>()
  for (const each of nodes.filter(node => node.type === 'assignment')) {
    const left = field(each, 'left')
    const made = madeBy(field(each, 'right'), scope)
    if (left?.type === 'identifier' && made !== undefined) named.set(left.text, made)
  }
  for (const each of nodes.filter(node => node.type === 'return_statement')) {
    const [value] = parts(each)
    const made = madeBy(value, scope) ?? (value?.type === 'identifier' ? named.get(value.text) : undefined)
    if (made !== undefined) return made
  }
  return undefined
}

const ofFunction = (definition: SyntaxNode, scope: Scope): readonly AppSign[] => {
  const name = field(definition, 'name')?.text ?? ''
  const made = handedOut(definition, scope)
  return made === undefined || made.cli
    ? []
    : [{ framework: made.framework, how: 'app-factory', name, line: lineOf(definition) }]
}

const ofDecorated = (node: SyntaxNode, scope: Scope): readonly AppSign[] => {
  const definition = field(node, 'definition')
  if (definition?.type !== 'function_definition') return []
  const cli = parts(node)
    .filter(each => each.type === 'decorator')
    .map(each => {
      const [expression] = parts(each)
      const called = expression?.type === 'call' ? field(expression, 'function') : expression
      return byName.get(qualifiedName(called, scope.imported) ?? '')
    })
    .find(each => each?.cli === true)
  return cli === undefined
    ? ofFunction(definition, scope)
    : [
        {
          framework: cli.framework,
          how: 'command-line',
          name: field(definition, 'name')?.text ?? '',
          line: lineOf(definition),
        },
      ]
}

/** The applications, factories and command lines of a file. */
export const appsOf = (root: SyntaxNode): readonly AppSign[] => {
  const imported = importedNames(root)
  const statements = atModuleLevel(root)
  const scope: Scope = { imported, own: ownClasses(statements, imported) }
  return statements.flatMap((statement): readonly AppSign[] => {
    if (statement.type === 'function_definition') return ofFunction(statement, scope)
    if (statement.type === 'decorated_definition') return ofDecorated(statement, scope)
    const assignment = assigned(statement)
    const left = assignment && field(assignment, 'left')
    const made = assignment && madeBy(field(assignment, 'right'), scope)
    if (assignment === undefined || made === undefined || left?.type !== 'identifier') return []
    const how = made.cli ? 'command-line' : 'app'
    return [{ framework: made.framework, how, name: left.text, line: lineOf(assignment) }]
  })
}
