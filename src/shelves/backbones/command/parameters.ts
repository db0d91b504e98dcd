import { pascalName } from '../../../core/design/answers/names.ts'
import { type Escaped, py } from '../../../core/render/escaped.ts'
import { longText } from '../../../core/render/long-text.ts'
import { memberOf } from '../shared/written.ts'
import type { CommandOptions } from './options.ts'
import type { Described } from './problems.ts'

/** An argument or a flag of a command. */
/** Names from around the function of a command that it uses. */
const used = new Set(['action', 'opened', 'perform'])

export interface Parameter extends Described {
  readonly name: string
  /** What the function of the command calls it: a name of Python's own, or one that it uses itself, gets an underscore. */
  readonly variable: string
  /** As it is typed: `--dry-run`; an argument is known by its place, in capitals. */
  readonly typed: string
  readonly isFlag: boolean
  readonly help: string
  /** The class of an enum's values: `ConvertFormat`. */
  readonly choice: string
}

/** Built-in functions and types in lower case, from `dir(builtins)` of 3.13: a parameter named like one would hide it. */
const builtins = new Set(
  `abs aiter all anext any ascii bin breakpoint bytearray bytes callable chr classmethod compile complex copyright credits
  delattr dict dir divmod enumerate eval exec exit filter format frozenset getattr globals hasattr hash hex id input isinstance
  issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit range repr
  reversed round set setattr slice sorted staticmethod sum super tuple type vars zip`.split(/\s+/),
)

/** The help of what nobody described: its name, as words. */
const named = (name: string): string => {
  const words = name.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** The arguments by their order, then the flags. */
export const parametersOf = (options: CommandOptions, pascal: string): readonly Parameter[] =>
  (['arguments', 'flags'] as const).flatMap(kind =>
    Object.entries(options[kind]).map(([name, { help, ...given }]) => ({
      ...given,
      name,
      variable: builtins.has(name) || used.has(name) ? `${name}_` : name,
      typed: kind === 'flags' ? `--${name.replaceAll('_', '-')}` : name.toUpperCase(),
      isFlag: kind === 'flags',
      help: help ?? named(name),
      choice: `${pascal}${pascalName(name)}`,
    })),
  )

/** Whether it must be given. */
export const isRequired = (each: Parameter): boolean =>
  each.default === undefined && each.optional !== true && each.type !== 'bool'

/** A number as Python's `repr` writes a float. */
export const floatText = (value: number): string => {
  const size = Math.abs(value)
  if (Object.is(value, -0)) return '-0.0'
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [digits = '', power = ''] = value.toExponential().split('e')
    return `${digits}e${power[0]}${power.slice(1).padStart(2, '0')}`
  }
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** A value as Python writes it. */
export const literal = (each: Parameter, value: string | number | boolean): string => {
  switch (each.type) {
    case 'str':
      return py.str(String(value))
    case 'int':
      return String(value)
    case 'float':
      return floatText(Number(value))
    case 'bool':
      return value === true ? 'True' : 'False'
    case 'path':
      return `Path(${py.str(String(value))})`
    case 'enum':
      return `${each.choice}.${memberOf(String(value))}`
  }
}

/** The type of its value. */
export const typeOf = (each: Parameter): string =>
  `${each.type === 'enum' ? each.choice : each.type === 'path' ? 'Path' : each.type}${each.optional === true ? ' | None' : ''}`

/** What it is when it is not given, as Python; undefined when it must be. */
export const defaultOf = (each: Parameter): string | undefined => {
  if (each.default !== undefined) return literal(each, each.default)
  if (each.type === 'bool') return 'False'
  return each.optional === true ? 'None' : undefined
}

/** How it is declared to Typer: its name, its bounds, its help. */
const declared = (each: Parameter): string => {
  const on = each.type === 'bool' && each.default === true
  const parts = [
    each.isFlag
      ? py.str(on ? `${each.typed}/--no-${each.typed.slice(2)}` : each.typed)
      : `metavar=${py.str(each.typed)}`,
    ...(each.ge === undefined ? [] : [`min=${number(each, each.ge)}`]),
    ...(each.le === undefined ? [] : [`max=${number(each, each.le)}`]),
    // Typer takes an empty path for the folder that one is in, and "nan" and "inf" for numbers.
    ...(each.type === 'path' ? ['parser=path_from'] : []),
    ...(each.type === 'float' ? ['callback=finite'] : []),
    `help=${longText(each.help, 76).join('\n')}`,
  ]
  return `typer.${each.isFlag ? 'Option' : 'Argument'}(${parts.join(', ')})`
}

const number = (each: Parameter, value: number): string => (each.type === 'float' ? floatText(value) : String(value))

/** The lines of the command's function that take it. */
export const parameterLine = (each: Parameter): readonly Escaped[] => {
  const value = defaultOf(each)
  return py.code(
    `${each.variable}: Annotated[${typeOf(each)}, ${declared(each)}]${value === undefined ? '' : ` = ${value}`},`,
  )
}

/** The line of the request that holds it. */
export const fieldLine = (each: Parameter): string => {
  const value = defaultOf(each)
  return `${each.name}: ${typeOf(each)}${value === undefined ? '' : ` = ${value}`}`
}
