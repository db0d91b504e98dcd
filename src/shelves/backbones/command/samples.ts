import { py } from '../../../core/render/escaped.ts'
import { isSecretName } from '../shared/secret-name.ts'
import { defaultOf, floatText, isRequired, literal, type Parameter } from './parameters.ts'

type Value = string | number | boolean

/** A number within the bounds: the given one where they permit it. */
const near = ({ ge, le }: Parameter, wanted: number): number =>
  Math.min(Math.max(wanted, ge ?? wanted), le ?? Number.POSITIVE_INFINITY)

const isSecret = ({ name, type }: Parameter): boolean => type === 'str' && isSecretName(name)

const spoken = ({ name }: Parameter): string => name.replaceAll('_', '-')

/** A value that somebody could give, other than the default where there is another. */
const sample = (each: Parameter): Value => {
  switch (each.type) {
    case 'str':
      return isSecret(each) ? spoken(each).repeat(2) : spoken(each)
    case 'int': {
      const wanted = near(each, each.default === 3 ? 4 : 3)
      return Number.isInteger(wanted) ? wanted : Math.ceil(wanted)
    }
    case 'float':
      return near(each, 2.5)
    case 'bool':
      return each.default !== true
    case 'path':
      return `${spoken(each)}.txt`
    case 'enum':
      return (each.values ?? []).find(value => value !== each.default) ?? each.values?.[0] ?? ''
  }
}

/** A value as it is typed, and as the command shows it. */
const text = (each: Parameter, value: Value): string =>
  each.type === 'float' ? floatText(Number(value)) : String(value)

/** The words on the command line that give a parameter a value; a truth value is given by its flag alone. */
const words = (each: Parameter, value: Value): readonly string[] => {
  if (!each.isFlag) return [text(each, value)]
  if (each.type !== 'bool') return [each.typed, text(each, value)]
  return [value === true ? each.typed : `--no-${each.typed.slice(2)}`]
}

/** One use of a command: what is typed, and the request that comes of it. */
export interface Asked {
  readonly typed: readonly string[]
  /** `source=Path("source.txt")`: the arguments of the request. */
  readonly request: readonly string[]
  readonly values: readonly (readonly [name: string, shown: string])[]
}

const shown = (each: Parameter, value: Value | undefined): string => (value === undefined ? '-' : text(each, value))

/** A sample as Python; of something secret it is an expression, which no tool takes for a password. */
const written = (each: Parameter): string =>
  isSecret(each) ? `${py.str(spoken(each))} * 2` : literal(each, sample(each))

const argument = (each: Parameter): string => `${each.name}=${written(each)}`

const asking = (all: readonly Parameter[], given: readonly Parameter[]): Asked => ({
  typed: given.flatMap(each => words(each, sample(each))),
  request: given.map(argument),
  values: all.map(each => [
    each.name,
    shown(each, given.includes(each) ? sample(each) : (each.default ?? (each.type === 'bool' ? false : undefined))),
  ]),
})

/** With everything that can be given. */
export const full = (all: readonly Parameter[]): Asked => asking(all, all)
/** With no more than what must be given. */
export const least = (all: readonly Parameter[]): Asked => asking(all, all.filter(isRequired))

/** What a command is asked for when no more is given than must be, as the arguments of its request: the defaults are spelled out. */
export const leastRequest = (all: readonly Parameter[]): readonly string[] =>
  all
    // A default of something secret is left to the code: in a test it would be a secret once more.
    .filter(each => isRequired(each) || !isSecret(each))
    .map(each => (isRequired(each) ? argument(each) : `${each.name}=${defaultOf(each)}`))

/** The rows of the JSON that the command answers with when everything is given, as Python. */
export const objects = (all: readonly Parameter[]): readonly string[] =>
  all.map(each => {
    const isText = each.type === 'path' || each.type === 'enum'
    return `{"name": "${each.name}", "value": ${isText ? py.str(String(sample(each))) : written(each)}},`
  })

/** The table that the command answers with: as its `render` writes it. */
export const table = ({ values }: Asked): string => {
  const rows = [['name', 'value'] as const, ...values]
  const width = Math.max(...rows.map(([name]) => name.length))
  return `${rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')}\n`
}

/** How far beyond a bound a number is another one for sure. */
const step = (each: Parameter, bound: number): number => (each.type === 'int' ? 1 : Math.max(1, Math.abs(bound)))

const wrongOf = (each: Parameter): readonly string[] => {
  switch (each.type) {
    case 'int':
    case 'float':
      return [
        'many',
        ...(each.type === 'float' ? ['nan', 'inf'] : ['2.5']),
        ...(each.ge === undefined ? [] : [text(each, each.ge - step(each, each.ge))]),
        ...(each.le === undefined ? [] : [text(each, each.le + step(each, each.le))]),
      ]
    case 'enum':
      return ['no-such-value']
    case 'path':
      return ['']
    default:
      return []
  }
}

/** Words as a Python list. */
export const list = (typed: readonly string[]): string => `[${typed.map(each => py.str(each)).join(', ')}]`

/** What must be given, with one value that cannot be. Behind `--` every word is an argument, also one that begins with a hyphen. */
const misfit = (all: readonly Parameter[], wrongOne: Parameter, value: string): readonly string[] => {
  const wanted = all.filter(each => each !== wrongOne && isRequired(each))
  const typed = (each: Parameter): readonly string[] => (each === wrongOne ? [value] : words(each, sample(each)))
  return [
    ...wanted.filter(each => each.isFlag).flatMap(typed),
    ...(wrongOne.isFlag ? [`${wrongOne.typed}=${value}`] : []),
    '--',
    ...all.filter(each => !each.isFlag && (each === wrongOne || wanted.includes(each))).flatMap(typed),
  ]
}

/** Uses that the program must refuse, each as a Python list. */
export const wrong = (all: readonly Parameter[]): readonly string[] =>
  [
    [...least(all).typed, '--no-such-flag'],
    [...full(all).typed, 'one-too-many'],
    ...(all.some(isRequired) ? [[]] : []),
    ...all.flatMap(each => wrongOf(each).map(value => misfit(all, each, value))),
  ].map(list)
