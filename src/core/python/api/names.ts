import type { Target } from '../condition.ts'
import { bounded } from './bounded.ts'
import { type ClassLook, classLook } from './classes.ts'
import { type FunctionGroup, type Group, groupsOf, isPropertyLike, type PropertyGroup } from './groups.ts'
import { type Bound, type Modules, modulesOf, type Sources } from './modules-of.ts'
import { cut, type Definition, isClass, type Outside, type Scope, type Thing } from './things.ts'

/** Resolves names over a project. */
export interface Names extends ClassLook {
  readonly modules: Modules
  /** What a module's attribute stands for; undefined when it has none of that name. */
  readonly attribute: (module: string, name: string) => Thing | undefined
  /** What a dotted name stands for where it is written. */
  readonly resolve: (scope: Scope, dotted: string) => Thing | undefined
  /** What follows a dot after something. */
  readonly member: (thing: Thing, name: string) => Thing | undefined
  /** The module itself. */
  readonly module: (name: string) => Thing | undefined
}

const outside = (name: string): Outside => ({ kind: 'outside', name })

const builtinWrappers: Readonly<Record<string, Definition['binding']>> = {
  staticmethod: 'static',
  classmethod: 'class',
}

/** A call of `property(…)`, as the group that the decorator would have made. */
const propertyMade = (group: Extract<Group, { kind: 'value' }>): Group | undefined => {
  const { made } = group.member
  if (made === undefined || !/(?:^|\.)property$/.test(made.by)) return undefined
  const { line, certain, standsIn } = group
  const given = (at: number, name: string) =>
    made.args.some((each, index) => (index === at && !each.includes('=')) || each.startsWith(`${name} =`)) &&
    made.args[at] !== 'None'
  return { kind: 'property', line, certain, standsIn, setter: given(1, 'fset'), deleter: given(2, 'fdel') }
}

/** The names of a project's files, for a target; everything is worked out once. */
export const namesOf = (sources: Sources, target: Target): Names => {
  const modules = modulesOf(sources, target)
  const attributes = new Map<string, Thing | undefined>()

  const module = (name: string): Thing | undefined => {
    const known = modules.all.get(name)
    if (known) return { kind: 'module', name, path: known.path, line: 1 }
    // A folder without `__init__.py` is a package too.
    return namespaces().has(name) ? { kind: 'module', name, path: '', line: 1 } : undefined
  }

  let folders: ReadonlySet<string> | undefined
  const namespaces = (): ReadonlySet<string> => {
    if (folders) return folders
    const found = new Set<string>()
    for (const name of modules.all.keys())
      for (let at = name.indexOf('.'); at > 0; at = name.indexOf('.', at + 1)) found.add(name.slice(0, at))
    folders = found
    return found
  }

  const imported = bounded(
    (scope: Scope, group: Extract<Group, { kind: 'import' }>): Thing | undefined => {
      const { from } = group.member
      const base = modules.meant(scope.module, from)
      if (from.name === undefined) return module(base) ?? outside(base)
      const whole = `${base}${base.endsWith('.') ? '' : '.'}${from.name}`
      return attribute(base, from.name) ?? module(whole) ?? outside(whole)
    },
    (_, group) => outside(group.member.name),
  )

  const definition = (scope: Scope, name: string, group: Exclude<Group, { kind: 'import' }>): Definition => ({
    kind: 'definition',
    name: [scope.module, ...scope.classes.map(each => each.name), name].join('.'),
    path: modules.all.get(scope.module)?.path ?? '',
    line: group.line,
    group,
    scope,
  })

  /** A value that is another name of something with a shape is that thing. */
  const valueThing = (scope: Scope, name: string, group: Extract<Group, { kind: 'value' }>): Thing => {
    const property = propertyMade(group)
    if (property && property.kind !== 'import') return definition(scope, name, property)
    const { alias, made } = group.member
    const wrapper = made && builtinWrappers[made.by]
    const meant = alias ?? (wrapper ? made.args[0] : undefined)
    const own = definition(scope, name, group)
    if (meant === undefined || meant === name || !/^[\w.]+$/.test(meant)) return own
    const found = resolve(scope, meant)
    if (found === undefined || found.kind === 'outside') return alias === undefined ? own : outside(meant)
    if (found.kind === 'definition' && found.group.kind === 'value') return own
    if (found.kind === 'definition' && wrapper) return { ...found, binding: wrapper }
    return found
  }

  /** Another name of `property` decorates as `property` does. */
  const propertyOf = (scope: Scope, group: FunctionGroup): PropertyGroup | undefined => {
    const [only, ...more] = group.signatures
    const [decorator] = only?.decorators ?? []
    if (!only || !decorator || more.length > 0 || !/^\w+$/.test(decorator.name)) return undefined
    const found = resolve(scope, decorator.name)
    const { line, certain, standsIn } = group
    return found !== undefined && isPropertyLike(cut(found.name)[1])
      ? { kind: 'property', line, certain, standsIn, getter: only, setter: false, deleter: false }
      : undefined
  }

  const thingOf = (scope: Scope, name: string, members: Parameters<typeof groupsOf>[0]): Thing | undefined => {
    for (const group of groupsOf(members, target)) {
      if (group.kind === 'import') {
        const found = imported(scope, group)
        if (found) return found
      } else if (group.kind === 'value') return valueThing(scope, name, group)
      else return definition(scope, name, group.kind === 'function' ? (propertyOf(scope, group) ?? group) : group)
    }
    return undefined
  }

  const attribute = (of: string, name: string): Thing | undefined => {
    const key = `${of}:${name}`
    if (attributes.has(key)) return attributes.get(key)
    // Whoever asks in a circle finds nothing.
    attributes.set(key, undefined)
    const members = modules.bound(of).names.get(name)
    const found =
      (members && thingOf({ module: of, classes: [] }, name, members)) ??
      (modules.all.has(of) ? module(`${of}.${name}`) : undefined)
    attributes.set(key, found)
    return found
  }

  const underway = new Set<string>()

  /** In `client = client.Client` the second one is what the module calls so: the class has not got its own yet. */
  const inClasses = (scope: Scope, name: string): Thing | undefined => {
    const own = scope.classes.at(-1)
    const members = own?.members.filter(each => each.name === name && !(each.kind === 'value' && each.onInstance)) ?? []
    const key = [scope.module, ...scope.classes.map(each => `${each.name}:${each.line}`), name].join(' ')
    if (members.length === 0 || underway.has(key)) return undefined
    underway.add(key)
    try {
      return thingOf(scope, name, members)
    } finally {
      underway.delete(key)
    }
  }

  const resolve = bounded(
    (scope: Scope, dotted: string): Thing | undefined => {
      const [first = '', ...rest] = dotted.split('.')
      let found = inClasses(scope, first) ?? attribute(scope.module, first)
      for (const name of rest) {
        if (found === undefined) return undefined
        found = found.kind === 'outside' ? outside(`${found.name}.${name}`) : member(found, name)
      }
      return found
    },
    (_, dotted) => outside(dotted),
  )

  const member = (thing: Thing, name: string): Thing | undefined => {
    if (thing.kind === 'module') return attribute(thing.name, name)
    if (thing.kind === 'outside') return outside(`${thing.name}.${name}`)
    if (isClass(thing)) return classes.classMember(thing, name)
    const made = thing.group.kind === 'value' ? thing.group.member.made : undefined
    const type = made && resolve(thing.scope, made.by)
    if (!isClass(type)) return undefined
    const found = classes.classMember(type, name)
    return found?.kind === 'definition' ? { ...found, binding: 'instance' } : found
  }

  const classes = classLook({ resolve, thingOf, target })

  return { modules, attribute, resolve, member, module, ...classes }
}

/** Whether a module may have names that no text shows. */
export const mayHaveMore = ({ modules }: Names, module: string): boolean => {
  const bound: Bound = modules.bound(module)
  return bound.stars.length > 0 || bound.names.has('__getattr__') || modules.all.get(module)?.facts.open === true
}
