import type { ClassMember } from '../interface.ts'
import type { Group } from './groups.ts'

/** Where names are looked up: a module, and the classes around, outermost first. */
export interface Scope {
  readonly module: string
  readonly classes: readonly ClassMember[]
}

/** How a function is reached through its class. */
export type Binding = 'instance' | 'class' | 'static'

/** Something that a file of the project defines. */
export interface Definition {
  readonly kind: 'definition'
  /** Its own qualified name, wherever else it may be offered. */
  readonly name: string
  readonly path: string
  readonly line: number
  readonly group: Exclude<Group, { kind: 'import' }>
  /** The scope around it. */
  readonly scope: Scope
  /** Set where a class holds it, or where it was taken from an instance of one. */
  readonly binding?: Binding
}

/** A module of the project. */
export interface ModuleThing {
  readonly kind: 'module'
  readonly name: string
  readonly path: string
  readonly line: number
}

/** What another distribution or the standard library defines, or what cannot be followed. */
export interface Outside {
  readonly kind: 'outside'
  readonly name: string
}

/** What a name stands for. */
export type Thing = Definition | ModuleThing | Outside

/** A definition that is a class. */
export type ClassThing = Definition & { readonly group: Extract<Group, { kind: 'class' }> }

export const isClass = (thing: Thing | undefined): thing is ClassThing =>
  thing?.kind === 'definition' && thing.group.kind === 'class'

/** Of a dotted name, what stands before the last dot and after it. */
export const cut = (dotted: string): readonly [before: string, last: string] => {
  const at = dotted.lastIndexOf('.')
  return [dotted.slice(0, Math.max(at, 0)), dotted.slice(at + 1)]
}
