import { memberOf } from '../shared/written.ts'

/** The types of what a command line gives. Source: spec/answers.md, and `path` for files and folders. */
export const parameterTypes = ['str', 'int', 'float', 'bool', 'path', 'enum'] as const
/** One of the types of an argument or a flag. */
export type ParameterType = (typeof parameterTypes)[number]

/** An argument or a flag as it is described, before anything is known to be right with it. */
export interface Described {
  readonly type: ParameterType
  readonly default?: string | number | boolean | undefined
  readonly optional?: boolean | undefined
  readonly ge?: number | undefined
  readonly le?: number | undefined
  readonly values?: readonly string[] | undefined
}
type Problem = readonly [path: keyof Described, message: string]

const constraints = ['ge', 'le', 'values'] as const
/** The constraints that each type knows. */
const knows: Readonly<Record<ParameterType, readonly (keyof Described)[]>> = {
  str: [],
  int: ['ge', 'le'],
  float: ['ge', 'le'],
  bool: [],
  path: [],
  enum: ['values'],
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= 60 && !/\p{Cc}|\p{Cs}|\p{Zl}|\p{Zp}/u.test(value)

/** Whether a default is a value of its type. */
const fits: Readonly<Record<ParameterType, (value: unknown, given: Described) => boolean>> = {
  str: isText,
  int: Number.isSafeInteger,
  float: Number.isFinite,
  bool: each => typeof each === 'boolean',
  path: each => isText(each) && each !== '',
  enum: (each, { values }) => typeof each === 'string' && (values ?? []).includes(each),
}

const least = ({ ge }: Described): number => ge ?? Number.NEGATIVE_INFINITY
const most = ({ le }: Described): number => le ?? Number.POSITIVE_INFINITY

const within = (each: Described): boolean =>
  typeof each.default !== 'number' || (each.default >= least(each) && each.default <= most(each))

/** What is wrong with one argument or flag, by the key that is at fault. */
export const problemsOf = (each: Described): readonly Problem[] => {
  const found: Problem[] = constraints
    .filter(key => each[key] !== undefined && !knows[each.type].includes(key))
    .map(key => [key, `What has the type ${each.type} has no \`${key}\`.`])
  for (const key of ['ge', 'le'] as const)
    if (each.type === 'int' && each[key] !== undefined && !Number.isSafeInteger(each[key]))
      found.push([key, 'The bound of an int is a whole number.'])
  if (each.type === 'enum' && each.values === undefined) found.push(['values', 'An enum lists its `values`.'])
  if (each.values !== undefined && new Set(each.values.map(memberOf)).size !== each.values.length)
    found.push(['values', 'Two values are the same, or differ in hyphens and underscores alone.'])
  if (least(each) > most(each)) found.push(['le', 'No number lies between the bounds.'])
  if (each.default !== undefined && (!fits[each.type](each.default, each) || !within(each)))
    found.push(['default', `It is no value that could be given: the type is ${each.type}.`])
  if (each.default !== undefined && each.optional === true)
    found.push(['optional', 'With a default it may be left out already: take one of the two out.'])
  if (each.type === 'bool' && each.optional === true)
    found.push(['optional', 'A flag that is not given is false already.'])
  return found
}
