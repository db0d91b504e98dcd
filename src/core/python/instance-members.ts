import type { SyntaxNode } from '../../ports/grammar.ts'
import { constantStrings } from './constant-strings.ts'
import type { ValueMember } from './interface.ts'
import { field, lineOf, parts } from './nodes.ts'
import { instanceValues } from './values-of.ts'

/** Every method of a class's body, whatever stands around it. */
const methodsIn = (scope: SyntaxNode): readonly SyntaxNode[] =>
  parts(scope).flatMap(each => {
    if (each.type === 'function_definition') return [each]
    return each.type === 'class_definition'
      ? []
      : /statement|clause|block|decorated/.test(each.type)
        ? methodsIn(each)
        : []
  })

const setOnInstances = (body: SyntaxNode): readonly ValueMember[] =>
  methodsIn(body).flatMap(method => {
    const [first] = parts(field(method, 'parameters') ?? method)
    const receiver =
      first && /^(?:identifier|typed_parameter)$/.test(first.type) ? /^\w+/.exec(first.text)?.[0] : undefined
    const inside = field(method, 'body')
    return receiver === undefined || !inside ? [] : instanceValues(inside, receiver)
  })

const slotsIn = (body: SyntaxNode): readonly ValueMember[] =>
  parts(body)
    .flatMap(parts)
    .filter(each => each.type === 'assignment' && field(each, 'left')?.text === '__slots__')
    .flatMap(each => {
      const right = field(each, 'right')
      const names = (right && constantStrings(right)) ?? []
      return names.map(name => ({ kind: 'value' as const, name, line: lineOf(each), onInstance: true as const }))
    })

/** What instances have besides the body of their class: its `__slots__`, and what its methods set. */
export const instanceMembers = (body: SyntaxNode): readonly ValueMember[] => [...slotsIn(body), ...setOnInstances(body)]
