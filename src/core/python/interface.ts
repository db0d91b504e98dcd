import type { Condition } from './condition.ts'

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
  /** The default's text, in the one spelling of `expressionText`. */
  readonly default?: string
  /** In the one spelling of `annotationText`. */
  readonly annotation?: string
}

/** A decorator: its dotted name and its arguments' texts. */
export interface Decorator {
  readonly name: string
  readonly args: readonly string[]
}

/** What every member has. */
interface Placed {
  readonly name: string
  readonly line: number
  /** Where it is not there in every case. */
  readonly when?: Condition
}

/** A function or a method. */
export interface FunctionMember extends Placed {
  readonly kind: 'function'
  readonly async: boolean
  /** An async one that yields: what it returns is iterated, not awaited. */
  readonly yields?: true
  readonly decorators: readonly Decorator[]
  readonly parameters: readonly Parameter[]
  readonly returns?: string
}

/** A constant, an attribute, a type alias. */
export interface ValueMember extends Placed {
  readonly kind: 'value'
  readonly annotation?: string
  /** What it is set to, in the one spelling of `expressionText`. */
  readonly value?: string
  /** The dotted name that it is set to: another name of the same thing. */
  readonly alias?: string
  /** What is called to make it, and with what: `property(_get)`, `Random()`. */
  readonly made?: { readonly by: string; readonly args: readonly string[] }
  /** The parameters of a lambda. */
  readonly takes?: readonly Parameter[]
  /** Set on `self` in a method, not in the class's body. */
  readonly onInstance?: true
}

/** A class with what its body holds. */
export interface ClassMember extends Placed {
  readonly kind: 'class'
  readonly decorators: readonly Decorator[]
  readonly bases: readonly string[]
  readonly members: readonly Member[]
}

/** A name that an import binds; `*` for all that a module offers. */
export interface ImportMember extends Placed {
  readonly kind: 'import'
  /** Written `x as x`: the sign in stubs that the name is exported again. */
  readonly exported: boolean
  /** What is meant; without a name, the module itself. `import a.b` binds the module `a`. */
  readonly from: { readonly module: string; readonly level: number; readonly name?: string }
}

export type Member = FunctionMember | ValueMember | ClassMember | ImportMember

/** One statement about `__all__`: the names that it puts there or takes away, or those that another module exports. */
export interface ExportStep {
  readonly does: 'set' | 'add' | 'remove'
  readonly names: readonly string[]
  /** Modules as they are called there, whose `__all__` is meant too. */
  readonly of: readonly string[]
  /** It names something that cannot be read off the text. */
  readonly open?: true
  readonly when?: Condition
}

/** What a module offers. */
export interface ModuleInterface {
  readonly members: readonly Member[]
  /** The names in `__all__`, when it is a plain list of strings. */
  readonly all?: readonly string[]
  /** How `__all__` comes about, in its order. */
  readonly exports?: readonly ExportStep[]
  /** It makes names that no text shows: `globals()[…] = …`. */
  readonly open?: true
}

/** A name that others may use: no leading underscore, or a special method. */
export const isPublic = (name: string): boolean => !name.startsWith('_') || /^__\w+__$/.test(name)
