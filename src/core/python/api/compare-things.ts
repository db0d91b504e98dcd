import { callables, functionChanges } from './call-changes.ts'
import { breaking, internal, type Said } from './change.ts'
import type { Group, PropertyGroup } from './groups.ts'
import type { Names } from './names.ts'
import { narrowed } from './subtypes.ts'
import { type Definition, isClass, type Thing } from './things.ts'

const nouns: Readonly<Record<string, string>> = {
  function: 'a function',
  property: 'a property',
  class: 'a class',
  value: 'a plain value',
  module: 'a module',
}

type Kind = 'function' | 'property' | 'class' | 'value' | 'module'

const kindOf = (thing: Exclude<Thing, { kind: 'outside' }>): Kind =>
  thing.kind === 'module' ? 'module' : thing.group.kind

/** What a value is cannot be told where it is made by a call, or comes from elsewhere: it may well be a class or a function. */
const isOpaque = (thing: Thing): boolean => {
  if (thing.kind !== 'definition' || thing.group.kind !== 'value') return false
  const { member } = thing.group
  if (member.takes !== undefined) return false
  return (
    member.value === undefined ||
    member.made !== undefined ||
    member.alias !== undefined ||
    !/^(?:-?[\d.]+\w*|[bBrRuU]{0,2}["'][\s\S]*|True|False|None|[[{][\s\S]*)$/.test(member.value)
  )
}

const kindChange = (old: Kind, now: Kind): Said =>
  breaking('object-kind-changed', `is ${nouns[now]} now; it was ${nouns[old]}`, `Keep it ${nouns[old]}.`)

const isReadable = (kind: Kind): boolean => kind === 'value' || kind === 'property'

const readOnly = (what: string): Said =>
  breaking('property-read-only', `can no longer be ${what}`, `Let it be ${what} as before.`)

const accessChanges = (old: PropertyGroup | undefined, now: PropertyGroup): readonly Said[] => {
  // A name in capitals was never meant to be set.
  const [set, deleted] = [old ? old.setter : true, old ? old.deleter : false]
  return [...(set && !now.setter ? [readOnly('set')] : []), ...(deleted && !now.deleter ? [readOnly('deleted')] : [])]
}

const literal = /^(?:-?[\d.][\w.]*|[bBrRuU]{0,2}(?:"[\s\S]*"|'[\s\S]*')|True|False|None)$/

type ValueGroup = Extract<Group, { kind: 'value' }>

const valueChanges = (old: ValueGroup, now: ValueGroup, name: string, inStub: boolean): readonly Said[] => {
  const [a, b] = [old.member, now.member]
  const [type, nowType] = [a.annotation, b.annotation]
  const isMeta = /(?:^|\.)(?:__\w+__|version(?:_info)?)$/i.test(name)
  return [
    ...(type !== undefined && nowType !== undefined && narrowed(nowType, type)
      ? [
          breaking(
            'attribute-type-changed',
            `is of type "${nowType}" now; it was "${type}"`,
            `Keep the type "${type}".`,
            'medium',
          ),
        ]
      : []),
    ...(a.value !== undefined && b.value === undefined && b.annotation !== undefined && !inStub
      ? [breaking('attribute-value-changed', `has no value any more; it was ${a.value}`, 'Give it a value again.')]
      : []),
    ...(!isMeta && a.value !== undefined && b.value !== undefined && a.value !== b.value
      ? literal.test(a.value) && literal.test(b.value)
        ? [
            breaking(
              'attribute-value-changed',
              `is ${b.value} now; it was ${a.value}`,
              'Tell users what changes for them, or keep the value.',
              'low',
            ),
          ]
        : [internal('attribute-value-changed', 'is set to something else')]
      : []),
  ]
}

/** Methods that every object has: where a class defines one no longer, another one answers. */
const ofEveryObject = new Set([
  '__class__',
  '__delattr__',
  '__dir__',
  '__eq__',
  '__format__',
  '__getattribute__',
  '__init__',
  '__init_subclass__',
  '__ne__',
  '__new__',
  '__reduce__',
  '__reduce_ex__',
  '__repr__',
  '__setattr__',
  '__sizeof__',
  '__str__',
  '__subclasshook__',
])

/** Whether the absence of a member can be seen from the outside at all. */
export const isInherent = (name: string): boolean => ofEveryObject.has(name)

const bindingChange = (old: Definition, now: Definition): readonly Said[] => {
  const [before, after] = [old.binding, now.binding]
  // A constructor is always called on the class, whoever wrote it.
  if (old.name.endsWith('.__init__') || before === undefined || before === 'instance' || after !== 'instance') return []
  return [
    breaking(
      'binding-changed',
      'can only be called on an instance now',
      `Keep it a ${before === 'static' ? 'static method' : 'class method'}.`,
    ),
  ]
}

const calledClass = (names: Names, thing: Thing) => {
  if (!isClass(thing)) return undefined
  const made = names.classMember(thing, '__init__')
  return made?.kind === 'definition' && made.group.kind === 'function' ? callables(made.group, made.binding) : undefined
}

/** What users of one thing meet in what has its name now; members of classes and of modules are compared on their own. */
export const thingChanges = (old: Thing, now: Thing, then: { readonly names: Names }): readonly Said[] => {
  if (old.kind === 'outside' || now.kind === 'outside') return []
  const [before, after] = [kindOf(old), kindOf(now)]
  if (old.kind === 'module' || now.kind === 'module') return before === after ? [] : [kindChange(before, after)]
  const [a, b] = [old.group, now.group]
  if (a.kind === 'function' && b.kind === 'function')
    return [...bindingChange(old, now), ...functionChanges(callables(a, old.binding), callables(b, now.binding))]
  if (a.kind === 'property' && b.kind === 'property') return accessChanges(a, b)
  if (a.kind === 'value' && b.kind === 'value') return valueChanges(a, b, old.name, now.path.endsWith('.pyi'))
  if (a.kind === 'class' && b.kind === 'class') return []
  if (a.kind === 'value' && b.kind === 'property') return isInstanceValue(a) ? accessChanges(undefined, b) : []
  if (isReadable(before) && isReadable(after)) return []
  if (isOpaque(old) || isOpaque(now)) return []
  if (a.kind === 'function' && b.kind === 'value' && b.member.takes)
    return functionChanges(callables(a, old.binding), [
      {
        member: { kind: 'function', name: b.member.name, line: b.line, async: false, decorators: [], parameters: [] },
        parameters: now.binding === 'instance' ? b.member.takes.slice(1) : b.member.takes,
      },
    ])
  const made = a.kind === 'function' ? calledClass(then.names, now) : undefined
  if (a.kind === 'function' && made) return functionChanges(callables(a, old.binding), made)
  return [kindChange(before, after)]
}

const isInstanceValue = (group: ValueGroup): boolean => !/^[A-Z][A-Z\d_]*$/.test(group.member.name)
