/** Names of types, each with what every value of it is too. Source: the abstract base classes of `collections.abc` and PEP 484's numbers. */
const wider: Readonly<Record<string, readonly string[]>> = {
  bool: ['int'],
  int: ['float'],
  float: ['complex'],
  list: ['MutableSequence'],
  MutableSequence: ['Sequence'],
  tuple: ['Sequence'],
  str: ['Sequence'],
  bytes: ['Sequence'],
  Sequence: ['Reversible', 'Collection'],
  dict: ['MutableMapping'],
  MutableMapping: ['Mapping'],
  Mapping: ['Collection'],
  set: ['MutableSet'],
  MutableSet: ['AbstractSet'],
  frozenset: ['AbstractSet'],
  AbstractSet: ['Collection'],
  Collection: ['Sized', 'Iterable', 'Container'],
  Reversible: ['Iterable'],
  Generator: ['Iterator'],
  Iterator: ['Iterable'],
  AsyncGenerator: ['AsyncIterator'],
  AsyncIterator: ['AsyncIterable'],
  Coroutine: ['Awaitable'],
}

/** Types that no annotation of them can mean anything else than themselves. */
const plain = new Set([
  'None',
  'bool',
  'int',
  'float',
  'complex',
  'str',
  'bytes',
  'bytearray',
  'list',
  'dict',
  'set',
  'frozenset',
  'tuple',
])

const split = (text: string, by: string): readonly string[] => {
  const pieces: string[] = ['']
  let depth = 0
  for (const each of text) {
    if (each === '[' || each === '(') depth += 1
    if (each === ']' || each === ')') depth -= 1
    if (each === by && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] += each
  }
  return pieces.map(piece => piece.trim())
}

const head = (type: string): string => type.replace(/\[[\s\S]*$/, '')

const isKnown = (type: string): boolean => plain.has(head(type)) || Object.hasOwn(wider, head(type))

const reaches = (type: string, other: string): boolean =>
  type === other || (wider[type] ?? []).some(each => reaches(each, other))

/** Whether a value of one type is certainly none of the other; what is not known is taken for one. */
const isForeign = (type: string, others: readonly string[]): boolean =>
  isKnown(type) && others.every(other => isKnown(other) && !reaches(head(type), head(other)))

/** `Final[int]`, `Annotated[int, Doc(…)]` and their like are the type with a remark. */
const unwrapped = (type: string): string => {
  const inside = /^(?:Final|ClassVar|Required|NotRequired|ReadOnly|Annotated)\[([\s\S]*)\]$/.exec(type.trim())?.[1]
  if (inside === undefined) return type.trim()
  return unwrapped(type.trim().startsWith('Annotated[') ? (split(inside, ',')[0] ?? inside) : inside)
}

/**
 * Whether a type surely takes less than another took: a member of the old union has no place in the new one. Texts that name anything
 * besides well-known types are not judged.
 */
export const narrowed = (old: string, now: string): boolean => {
  const [before, after] = [split(unwrapped(old), '|'), split(unwrapped(now), '|')]
  const lost = before.filter(each => !after.includes(each))
  // The same names, fewer of them.
  if (after.every(each => before.includes(each)))
    return lost.some(each => !after.some(other => reaches(head(each), head(other))))
  return lost.some(each => isForeign(each, after))
}
