import type { SyntaxNode } from '../../ports/grammar.ts'
import { oneLine, parts } from './nodes.ts'

/** Old spellings of the same type (PEP 585). */
const spellings: Readonly<Record<string, string>> = {
  List: 'list',
  Dict: 'dict',
  Tuple: 'tuple',
  Set: 'set',
  FrozenSet: 'frozenset',
  Type: 'type',
  Text: 'str',
}

const homes = /^(?:typing|typing_extensions|t|collections\.abc)\./

const nameText = (text: string): string => {
  const bare = text.replaceAll(/\s+/g, '').replace(homes, '')
  return spellings[bare] ?? bare
}

const union = (members: readonly string[]): string =>
  [...new Set(members)].toSorted((a, b) => Number(a === 'None') - Number(b === 'None') || (a < b ? -1 : 1)).join(' | ')

/** Splits at a character that lies outside all brackets. */
const splitOutside = (text: string, at: string): readonly string[] => {
  const pieces: string[] = ['']
  let depth = 0
  for (const each of text) {
    if ('[('.includes(each)) depth += 1
    if ('])'.includes(each)) depth -= 1
    if (each === at && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] += each
  }
  return pieces.map(piece => piece.trim())
}

/** A forward reference in quotes: there is no tree for it, so its text is taken apart at the brackets. */
const quoted = (text: string): string => {
  const alternatives = splitOutside(text, '|').filter(piece => piece !== '')
  if (alternatives.length > 1) return union(alternatives.map(quoted))
  const generic = /^([\w.\s]+)\[(.*)\]$/s.exec(text.trim())
  if (!generic) return nameText(text)
  return subscripted(
    nameText(generic[1] ?? ''),
    splitOutside(generic[2] ?? '', ',')
      .filter(Boolean)
      .map(quoted),
  )
}

const subscripted = (base: string, inside: readonly string[]): string => {
  if (base === 'Optional') return union([...inside.flatMap(each => splitOutside(each, '|')), 'None'])
  if (base === 'Union') return union(inside.flatMap(each => splitOutside(each, '|')))
  return `${base}[${inside.join(', ')}]`
}

const indexesOf = (node: SyntaxNode): readonly SyntaxNode[] =>
  parts(node)
    .slice(1)
    .flatMap(child => (child.type === 'type_parameter' || child.type === 'tuple' ? parts(child) : [child]))

/**
 * The text of an annotation in one spelling, so that equal types compare equal: `Optional["X"]` and `X | None`,
 * `typing.List[int]` and `list[int]`, a union in any order.
 */
export const annotationText = (node: SyntaxNode): string => {
  const [first, second] = parts(node)
  switch (node.type) {
    case 'type':
    case 'parenthesized_expression':
      return first ? annotationText(first) : ''
    case 'identifier':
    case 'attribute':
    case 'member_type':
    case 'dotted_name':
      return nameText(node.text)
    case 'string':
      return quoted(parts(node).find(part => part.type === 'string_content')?.text ?? '')
    case 'union_type':
      return union(parts(node).flatMap(part => splitOutside(annotationText(part), '|')))
    case 'binary_operator':
      return first && second && node.children.some(token => token?.type === '|')
        ? union([first, second].flatMap(part => splitOutside(annotationText(part), '|')))
        : oneLine(node.text)
    case 'list':
      return `[${parts(node).map(annotationText).join(', ')}]`
    case 'generic_type':
    case 'subscript': {
      const base = first ? nameText(first.text) : ''
      const inside = indexesOf(node)
      if (base === 'Literal')
        return `Literal[${inside.map(each => oneLine(each.text).replaceAll("'", '"')).join(', ')}]`
      if (base === 'Annotated') {
        return `Annotated[${inside.map((each, at) => (at === 0 ? annotationText(each) : oneLine(each.text))).join(', ')}]`
      }
      return subscripted(base, inside.map(annotationText))
    }
    default:
      return oneLine(node.text)
  }
}
