/** How an argument may be given. */
export type ParameterKind =
  | 'positional-only'
  | 'positional or keyword'
  | 'variable positional'
  | 'keyword-only'
  | 'variable keyword'

/** One parameter of a function. */
export interface Parameter {
  readonly name: string
  readonly kind: ParameterKind
  readonly hasDefault: boolean
  /** In the one spelling of `annotationText`. */
  readonly annotation?: string
}

/** A decorator: its dotted name and its arguments' texts. */
export interface Decorator {
  readonly name: string
  readonly args: readonly string[]
}

/** A function or a method. */
export interface FunctionMember {
  readonly kind: 'function'
  readonly name: string
  readonly line: number
  readonly async: boolean
  readonly decorators: readonly Decorator[]
  readonly parameters: readonly Parameter[]
  readonly returns?: string
}

/** A constant, an attribute, a type alias. */
export interface ValueMember {
  readonly kind: 'value'
  readonly name: string
  readonly line: number
  readonly annotation?: string
  /** Set on `self` in a method, not in the class's body. */
  readonly onInstance?: true
}

/** A class with what its body holds. */
export interface ClassMember {
  readonly kind: 'class'
  readonly name: string
  readonly line: number
  readonly decorators: readonly Decorator[]
  readonly bases: readonly string[]
  readonly members: readonly Member[]
}

/** A name that an import binds. */
export interface ImportMember {
  readonly kind: 'import'
  readonly name: string
  readonly line: number
  /** Written `x as x`: the sign in stubs that the name is exported again. */
  readonly exported: boolean
}

export type Member = FunctionMember | ValueMember | ClassMember | ImportMember

/** What a module offers. */
export interface ModuleInterface {
  readonly members: readonly Member[]
  /** The names in `__all__`, when it is a plain list of strings. */
  readonly all?: readonly string[]
}

/** A name that others may use: no leading underscore, or a special method. */
export const isPublic = (name: string): boolean => !name.startsWith('_') || /^__\w+__$/.test(name)
