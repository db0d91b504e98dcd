import { type Pair, paired } from './api/pair-parameters.ts'
import { asGiven } from './api/special-methods.ts'
import type { Decorator, FunctionMember, Parameter } from './interface.ts'

/** Decorators that change how a thing is used, so that an unwanted one is a difference too. */
const changing = new Set([
  'staticmethod',
  'classmethod',
  'property',
  'cached_property',
  'abstractmethod',
  'contextmanager',
  'asynccontextmanager',
  'overload',
])

const last = (name: string): string => name.slice(name.lastIndexOf('.') + 1)

const quoted = (names: readonly string[]): string => names.map(name => `"${name}"`).join(', ')

const parameterReasons = (want: Parameter, have: Parameter): readonly string[] => [
  ...(want.kind === have.kind ? [] : [`"${want.name}" is ${have.kind}; it should be ${want.kind}`]),
  ...(want.hasDefault && !have.hasDefault ? [`"${want.name}" has no default; one is wanted`] : []),
  ...(!want.hasDefault && have.hasDefault ? [`"${want.name}" has a default; none is wanted`] : []),
  ...(want.annotation === undefined || want.annotation === have.annotation
    ? []
    : [
        `"${want.name}" is annotated ${have.annotation ? `"${have.annotation}"` : 'not at all'}; "${want.annotation}" is wanted`,
      ]),
]

const ordered = (all: readonly Parameter[]): readonly string[] =>
  all.filter(each => each.kind !== 'keyword-only').map(each => each.name)

/** Names that nobody writes when calling: of catch-alls, and of what is given by position alone. */
const isNameless = ({ old, now }: Pair): boolean => old.kind === 'positional-only' && now?.kind === 'positional-only'

const parametersReasons = (wanted: readonly Parameter[], found: readonly Parameter[]): readonly string[] => {
  const { pairs, added } = paired(wanted, found)
  const wrong = pairs.filter(pair => pair.now === undefined || (pair.renamed && !isNameless(pair)))
  const missing = wrong.map(pair => pair.old.name)
  const others = new Set([...wrong.map(pair => pair.now), ...added])
  const extra = found.filter(each => others.has(each)).map(each => each.name)
  const kept = pairs.filter(pair => !wrong.includes(pair))
  const order = ordered(kept.map(pair => ({ ...pair.old, name: pair.now?.name ?? pair.old.name })))
  const moved = missing.length === 0 && extra.length === 0 && order.join() !== ordered(found).join()
  return [
    ...(missing.length > 0 ? [`lacks the parameter ${quoted(missing)}`] : []),
    ...(extra.length > 0 ? [`takes ${quoted(extra)}, which is not wanted`] : []),
    ...(moved ? [`takes its parameters in the order ${ordered(found).join(', ')}; ${order.join(', ')} is wanted`] : []),
    ...kept.flatMap(({ old, now }) => (now ? parameterReasons(old, now) : [])),
  ]
}

/** The wanted decorators that are not there, by their last name and the wanted arguments; further arguments are free. */
export const lackingDecorators = (wanted: readonly Decorator[], found: readonly Decorator[]): readonly Decorator[] =>
  wanted.filter(
    want => !found.some(have => last(have.name) === last(want.name) && want.args.every(arg => have.args.includes(arg))),
  )

/** The reason for one of them. */
export const lacks = ({ name, args }: Decorator): string =>
  `lacks the decorator "@${name}${args.length > 0 ? `(${args.join(', ')})` : ''}"`

const decoratorReasons = (wanted: FunctionMember, found: FunctionMember): readonly string[] => {
  const kept = found.decorators.map(each => last(each.name))
  const lacking = lackingDecorators(wanted.decorators, found.decorators)
  const names = new Set(wanted.decorators.map(each => last(each.name)))
  const unwanted = found.decorators.filter(each => changing.has(last(each.name)) && !names.has(last(each.name)))
  const order = wanted.decorators.map(each => last(each.name)).filter(name => kept.includes(name))
  const orderFound = kept.filter(name => order.includes(name))
  return [
    ...lacking.map(lacks),
    ...unwanted.map(each => `has the decorator "@${each.name}", which is not wanted`),
    ...(lacking.length === 0 && order.join() !== orderFound.join()
      ? [`has its decorators in the order ${orderFound.join(', ')}; ${order.join(', ')} is wanted`]
      : []),
  ]
}

/** The receiver: `self` and `cls` are a habit of naming, and nobody gives them. */
const withoutReceiver = (member: FunctionMember, name: string): readonly Parameter[] =>
  asGiven(
    name,
    member.decorators.some(each => last(each.name) === 'staticmethod') ? member.parameters : member.parameters.slice(1),
  )

/** Why a function is not the wanted one; nothing when it is. */
export const differencesOfFunctions = (
  wanted: FunctionMember,
  found: FunctionMember,
  inClass: boolean,
): readonly string[] => [
  ...(wanted.async && !found.async ? ['is not async; it should be'] : []),
  ...(!wanted.async && found.async ? ['is async; it should not be'] : []),
  ...parametersReasons(
    inClass ? withoutReceiver(wanted, wanted.name) : asGiven('', wanted.parameters),
    inClass ? withoutReceiver(found, wanted.name) : asGiven('', found.parameters),
  ),
  ...(wanted.returns === undefined || wanted.returns === found.returns
    ? []
    : [
        `returns ${found.returns === undefined ? 'something that is not annotated' : `"${found.returns}"`}; "${wanted.returns}" is wanted`,
      ]),
  ...decoratorReasons(wanted, found),
]
