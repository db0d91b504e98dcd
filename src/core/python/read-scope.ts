import type { SyntaxNode } from '../../ports/grammar.ts'
import { annotationText } from './annotation.ts'
import { both, type Condition } from './condition.ts'
import { conditionOf } from './condition-of.ts'
import { exportStepOf } from './exports-of.ts'
import { expressionText } from './expression-text.ts'
import { decoratorOf, functionOf } from './function-of.ts'
import { importMembers } from './import-members.ts'
import { instanceMembers } from './instance-members.ts'
import type { ClassMember, Decorator, ExportStep, Member, ValueMember } from './interface.ts'
import { field, lineOf, parts } from './nodes.ts'
import { fieldMembers, namedTupleFields, plainName, valuesOf } from './values-of.ts'

/** A scope while it is read. */
export interface Scope {
  readonly members: Member[]
  readonly exports: ExportStep[]
  /** Names that hold the answer to a question about the system. */
  readonly known: Map<string, Condition>
  open: boolean
}

const classOf = (node: SyntaxNode, decorators: readonly Decorator[]): ClassMember => {
  const bases = parts(field(node, 'superclasses') ?? node)
  const given = field(node, 'superclasses') ? bases : []
  const body = field(node, 'body')
  const line = lineOf(node)
  const declared = [
    ...given.flatMap(base => fieldMembers(namedTupleFields(base) ?? [], line)),
    ...(body ? readScope(body).members : []),
  ]
  const known = new Set(declared.map(member => member.name))
  const further = body ? instanceMembers(body).filter(value => !known.has(value.name)) : []
  const byName = new Map<string, ValueMember>()
  // The one that says what it is goes before those that only set it.
  for (const each of further)
    if (byName.get(each.name)?.annotation === undefined) byName.set(each.name, { ...byName.get(each.name), ...each })
  return {
    kind: 'class',
    name: field(node, 'name')?.text ?? '',
    line,
    decorators,
    bases: given.map(base => (base.type === 'keyword_argument' ? expressionText(base) : annotationText(base))),
    members: [...declared, ...byName.values()],
  }
}

const definitionOf = (
  node: SyntaxNode,
  decorators: readonly Decorator[],
  when: Condition | undefined,
): readonly Member[] => {
  const made =
    node.type === 'function_definition'
      ? functionOf(node, decorators)
      : node.type === 'class_definition'
        ? classOf(node, decorators)
        : undefined
  return made ? [{ ...made, ...(when && { when }) }] : []
}

const makesNames = /^(?:globals|vars|locals)\(\s*\)|\b_convert_\(|^sys\.modules\[/

/** `Shelf.empty = Shelf()` behind a class gives it a further member. */
const setOnClasses = (assignment: SyntaxNode, scope: Scope, when: Condition | undefined): void => {
  const [target, right] = [field(assignment, 'left'), field(assignment, 'right')]
  if (right?.type === 'assignment') setOnClasses(right, scope, when)
  if (target?.type !== 'attribute') return
  const owner = field(target, 'object')?.text
  const at = scope.members.findLastIndex(each => each.kind === 'class' && each.name === owner)
  const known = scope.members[at]
  if (known?.kind !== 'class') return
  const name = field(target, 'attribute')?.text
  const values = valuesOf(assignment, each => (each.startIndex === target.startIndex ? name : undefined), when)
  scope.members[at] = { ...known, members: [...known.members, ...values] }
}

const readStatement = (statement: SyntaxNode, scope: Scope, when: Condition | undefined): void => {
  const exported = exportStepOf(statement, when)
  if (exported) scope.exports.push(exported)
  const [expression] = parts(statement)
  if (expression?.type !== 'assignment') {
    if (expression && makesNames.test(expression.text)) scope.open = true
    return
  }
  const target = field(expression, 'left')
  const right = field(expression, 'right')
  if (target?.type === 'identifier' && right && /^(?:comparison|boolean|not)_operator$|^call$/.test(right.type)) {
    const condition = conditionOf(right, scope.known)
    if (!('is' in condition)) scope.known.set(target.text, condition)
  }
  if ((target && makesNames.test(target.text)) || (right && makesNames.test(right.text))) scope.open = true
  setOnClasses(expression, scope, when)
  scope.members.push(...valuesOf(expression, plainName, when))
}

const readIf = (node: SyntaxNode, scope: Scope, when: Condition | undefined): void => {
  let before: Condition | undefined
  const branch = (body: SyntaxNode | undefined, asked: Condition | undefined) => {
    if (body) readInto(body, scope, both(when, both(before, asked)))
    if (asked) before = both(before, { not: asked })
  }
  branch(field(node, 'consequence'), conditionOf(field(node, 'condition'), scope.known))
  for (const part of parts(node)) {
    if (part.type === 'elif_clause')
      branch(field(part, 'consequence'), conditionOf(field(part, 'condition'), scope.known))
    if (part.type === 'else_clause') branch(field(part, 'body'), undefined)
  }
}

/** A name that is taken away again is not offered; under a condition nobody knows. */
const forget = (node: SyntaxNode, scope: Scope, when: Condition | undefined): void => {
  if (when) return
  const names = new Set(
    parts(node)
      .flatMap(each => (each.type === 'expression_list' ? parts(each) : [each]))
      .map(each => each.text),
  )
  scope.members.splice(0, scope.members.length, ...scope.members.filter(each => !names.has(each.name)))
}

const afterError: Condition = { is: 'after error' }
const maybe: Condition = { is: 'maybe' }

const readInto = (block: SyntaxNode, scope: Scope, when: Condition | undefined): void => {
  for (const node of parts(block)) {
    switch (node.type) {
      case 'expression_statement':
        readStatement(node, scope, when)
        break
      case 'type_alias_statement': {
        const [left, right] = [field(node, 'left'), field(node, 'right')]
        const name = /^\w+/.exec(left?.text ?? '')?.[0]
        if (name !== undefined)
          scope.members.push({
            kind: 'value',
            name,
            line: lineOf(node),
            ...(right && { value: annotationText(right) }),
            ...(when && { when }),
          })
        break
      }
      case 'import_statement':
      case 'import_from_statement':
        scope.members.push(...importMembers(node, when))
        break
      case 'decorated_definition': {
        const definition = field(node, 'definition')
        const decorators = parts(node)
          .filter(each => each.type === 'decorator')
          .map(decoratorOf)
          .filter(each => each !== undefined)
        if (definition) scope.members.push(...definitionOf(definition, decorators, when))
        // The members of such an enumeration are names of the module too.
        if (decorators.some(each => /(?:^|\.)global_enum$/.test(each.name))) scope.open = true
        break
      }
      case 'if_statement':
        readIf(node, scope, when)
        break
      case 'except_clause':
        readInto(node, scope, both(when, afterError))
        break
      // What only guards or repeats belongs to the scope around.
      case 'try_statement':
      case 'finally_clause':
      case 'else_clause':
      case 'with_statement':
      case 'block':
        readInto(node, scope, when)
        break
      case 'for_statement':
      case 'while_statement':
      case 'match_statement':
      case 'case_clause':
        readInto(node, scope, both(when, maybe))
        break
      case 'delete_statement':
        forget(node, scope, when)
        break
      default:
        scope.members.push(...definitionOf(node, [], when))
    }
  }
}

/** Reads the body of a module or of a class. */
export const readScope = (block: SyntaxNode): Scope => {
  const scope: Scope = { members: [], exports: [], known: new Map(), open: false }
  readInto(block, scope, undefined)
  return scope
}
