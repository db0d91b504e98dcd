import { holds, type Target } from '../condition.ts'
import type { FunctionMember, Member, ModuleInterface } from '../interface.ts'
import { type Names, namesOf } from './names.ts'
import { type ClassThing, type Definition, isClass, type Thing } from './things.ts'

/** What a name is, followed to where it is defined. */
export interface Offer {
  /** Whatever the file says of it, and what stands behind an import or another name; none when the name is not bound. */
  readonly members: readonly Member[]
  /** Where members of its own are to be looked for. */
  readonly within?: ClassThing
}

/** What one file of a project offers. */
export interface Offers {
  readonly of: (name: string) => Offer
  readonly member: (within: ClassThing, name: string) => Offer
}

const self: FunctionMember['parameters'][number] = { name: 'self', kind: 'positional or keyword', hasDefault: false }

const wrappers = { static: 'staticmethod', class: 'classmethod', instance: undefined } as const

/** A function as it would be written where it is offered: bound already, or wrapped for the class that takes it in. */
const rewritten = (member: FunctionMember, { binding }: Definition, inClass: boolean): FunctionMember => {
  if (!inClass)
    return binding === undefined || binding === 'static'
      ? member
      : { ...member, parameters: member.parameters.slice(1) }
  const wrapper = binding && wrappers[binding]
  return wrapper === undefined ||
    member.decorators.some(each => each.name.endsWith(wrapper)) ||
    /^__\w+__$/.test(member.name)
    ? member
    : { ...member, decorators: [{ name: wrapper, args: [] }, ...member.decorators] }
}

/** A definition in the form in which a file's own interface has it. */
const membersOf = (thing: Thing | undefined, inClass: boolean): readonly Member[] => {
  if (thing?.kind !== 'definition') return []
  const { group } = thing
  switch (group.kind) {
    case 'function':
      return [...group.signatures, ...(group.implementation ? [group.implementation] : [])].map(each =>
        rewritten(each, thing, inClass),
      )
    case 'property':
      return group.getter ? [group.getter] : []
    default:
      return [group.member]
  }
}

const isShaped = (member: Member): boolean =>
  member.kind === 'function' ||
  member.kind === 'class' ||
  (member.kind === 'value' && member.alias === undefined && !/^(?:static|class)method$/.test(member.made?.by ?? ''))

/** What a file's own lines say comes first; only where they name something else, that is asked for. */
const followed = (
  own: readonly Member[],
  thing: Thing | undefined,
  line: number,
  inClass: boolean,
): readonly Member[] =>
  own.some(isShaped) ? own : [...own, ...membersOf(thing, inClass).map(each => ({ ...each, line }))]

/** What one module of a project offers, its imports and the ancestors of its classes followed through the project. */
export const offersOf = (names: Names, module: string): Offers => {
  const path = names.modules.all.get(module)?.path
  const here = (members: readonly Member[]) => members.filter(each => holds(each.when, names.modules.target) !== false)
  return {
    of: name => {
      const own = here(names.modules.bound(module).names.get(name) ?? [])
      const thing = names.attribute(module, name)
      return {
        members: followed(own, thing, own.at(-1)?.line ?? 1, false),
        ...(isClass(thing) && { within: thing }),
      }
    },
    member: (within, name) => {
      for (const ancestor of names.ancestors(within).order) {
        const own = here(ancestor.group.member.members.filter(each => each.name === name))
        if (own.length === 0) continue
        const thing = names.classMember(within, name)
        const placed = ancestor.path === path ? own : own.map(each => ({ ...each, line: within.line }))
        return { members: followed(placed, thing, within.line, true), ...(isClass(thing) && { within: thing }) }
      }
      // The constructor that fields make takes no receiver in the text, since there is no text.
      const made = membersOf(name === '__init__' ? names.classMember(within, name) : undefined, false)
      return {
        members: made.map(each =>
          each.kind === 'function' && each.parameters[0]?.name !== 'self'
            ? { ...each, parameters: [self, ...each.parameters] }
            : each,
        ),
      }
    },
  }
}

/** What a file offers that is looked at alone. */
export const offersAlone = (found: ModuleInterface, target: Target = { python: '3', platform: 'linux' }): Offers =>
  offersOf(namesOf({ paths: ['module.py'], read: () => found }, target), 'module')
