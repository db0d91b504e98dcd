import type { ClassMember, Parameter, ValueMember } from '../interface.ts'
import type { ClassThing, Definition } from './things.ts'

const last = (dotted: string): string => dotted.slice(dotted.lastIndexOf('.') + 1)

type Making = 'dataclass' | 'attrs' | 'tuple' | 'model'

const makers: Readonly<Record<string, Making>> = {
  dataclass: 'dataclass',
  define: 'attrs',
  frozen: 'attrs',
  mutable: 'attrs',
  attrs: 'attrs',
  attributes: 'attrs',
}

/** Bases whose fields make the constructor. Sources: the documentation of typing.NamedTuple, pydantic and SQLModel. */
const modelBases: Readonly<Record<string, Making>> = {
  NamedTuple: 'tuple',
  BaseModel: 'model',
  SQLModel: 'model',
}

const makerOf = (decorator: string): Making | undefined =>
  decorator === 'attr.s' ? 'attrs' : Object.hasOwn(makers, last(decorator)) ? makers[last(decorator)] : undefined

const decoratorOf = (member: ClassMember) => member.decorators.find(each => makerOf(each.name) !== undefined)

const makingOf = (member: ClassMember): Making | undefined => {
  const decorator = decoratorOf(member)
  if (decorator) return makerOf(decorator.name)
  if (member.bases.some(each => /^(?:\w+\.)*(?:namedtuple|NamedTuple)\(/.test(each))) return 'tuple'
  const base = member.bases
    .map(each => last(each.replace(/\[[\s\S]*$/, '')))
    .find(each => Object.hasOwn(modelBases, each))
  return base === undefined ? undefined : modelBases[base]
}

/** Whether a class is made in a way in which its fields, or those of what inherits from it, become a constructor. */
export const hasFields = ({ group }: ClassThing): boolean => makingOf(group.member) !== undefined

const specifiers = /(?:^|\.)(?:field|Field|ib|attrib|mapped_column)$/

const argument = (args: readonly string[], name: string): string | undefined =>
  args.find(each => each.startsWith(`${name} =`))?.slice(name.length + 3)

const hasDefault = ({ value, made }: ValueMember): boolean => {
  if (value === undefined) return false
  if (!made || !specifiers.test(made.by)) return true
  const first = made.args[0]
  const given = ['default', 'default_factory', 'factory'].some(name => argument(made.args, name) !== undefined)
  return given || (made.by.endsWith('Field') && first !== undefined && !/^\w+ =/.test(first) && first !== '...')
}

const isField =
  (making: Making) =>
  (member: ClassMember['members'][number]): member is ValueMember => {
    if (member.kind !== 'value' || member.onInstance) return false
    if (/^(?:ClassVar\b|Final$)/.test(member.annotation ?? '')) return false
    if (making === 'model' && (member.name.startsWith('_') || member.name === 'model_config')) return false
    if (member.annotation !== undefined) return true
    // The fields that a call of namedtuple names are members without a value.
    if (making === 'tuple') return member.value === undefined
    return making === 'attrs' && member.made !== undefined && specifiers.test(member.made.by)
  }

/** The parameters that one class's fields give; `_: KW_ONLY` turns those after it into keyword-only ones. */
const parametersOf = (member: ClassMember, making: Making): readonly Parameter[] => {
  const allKeywords =
    making === 'model' || decoratorOf(member)?.args.some(each => /^kw_only ?= ?True$/.test(each)) === true
  const found: Parameter[] = []
  let isKeyword = allKeywords
  for (const field of member.members.filter(isField(making))) {
    if (/(?:^|\.)KW_ONLY$/.test(field.annotation ?? '')) {
      isKeyword = true
      continue
    }
    const args = field.made && specifiers.test(field.made.by) ? field.made.args : []
    if (argument(args, 'init') === 'False') continue
    const keyword = argument(args, 'kw_only')
    found.push({
      // attrs takes a private attribute under its name without the underscores.
      name: making === 'attrs' ? (argument(args, 'alias')?.slice(1, -1) ?? field.name.replace(/^_+/, '')) : field.name,
      kind: keyword === 'True' || (isKeyword && keyword !== 'False') ? 'keyword-only' : 'positional or keyword',
      hasDefault: hasDefault(field),
      ...(field.annotation !== undefined && { annotation: field.annotation }),
      ...(field.made === undefined && field.value !== undefined && { default: field.value }),
    })
  }
  return found
}

/**
 * The constructor that a class's fields make, its ancestors' first: of a dataclass, of attrs, a NamedTuple or a model. Undefined for
 * another class, and where the decorator is told to make none.
 */
export const constructorOf = (thing: ClassThing, order: readonly ClassThing[]): Definition | undefined => {
  const { member } = thing.group
  const own = makingOf(member)
  const making = own ?? order.map(each => makingOf(each.group.member)).find(each => each === 'model')
  if (!making || decoratorOf(member)?.args.some(each => /^init ?= ?False$/.test(each))) return undefined
  const byName = new Map<string, Parameter>()
  for (const each of order.toReversed()) {
    const makes = makingOf(each.group.member) ?? (making === 'model' ? 'model' : undefined)
    // What no decorator made gives a dataclass no fields.
    if (makes) for (const parameter of parametersOf(each.group.member, makes)) byName.set(parameter.name, parameter)
  }
  const given = [...byName.values()]
  const parameters = [
    ...given.filter(each => each.kind !== 'keyword-only'),
    ...given.filter(each => each.kind === 'keyword-only'),
  ]
  const { line } = member
  return {
    kind: 'definition',
    name: `${thing.name}.__init__`,
    path: thing.path,
    line,
    binding: 'static',
    scope: { module: thing.scope.module, classes: [...thing.scope.classes, member] },
    group: {
      kind: 'function',
      line,
      certain: true,
      standsIn: false,
      overloaded: false,
      signatures: [{ kind: 'function', name: '__init__', line, async: false, decorators: [], parameters }],
    },
  }
}
