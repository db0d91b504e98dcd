import { z } from 'zod'
import { isKeyword } from '../../../core/design/answers/names.ts'
import { listed, number, truth } from '../shared/written.ts'
import { type Described, type ParameterType, parameterTypes, problemsOf } from './problems.ts'

/**
 * Names that a parameter cannot have: options that every subcommand has already, what the command's own function uses, and types
 * that the request's class names below its field.
 */
const taken = new Set('help json as_json context typer request render begin self str int float bool'.split(' '))

/** Options of the program itself, which stand before the subcommand: one word must not mean two things on one line. */
const programOwn = new Set(['verbose', 'version'])

const name = z
  .string()
  .max(30, 'It is longer than 30 characters.')
  .regex(
    /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
    'It is named in lower case: letters a–z, digits, single underscores; a flag `dry_run` is typed as --dry-run.',
  )
  .refine(each => !isKeyword(each), 'It is a Python keyword.')
  .refine(each => !taken.has(each), 'Every command has something of this name already.')

const help = z
  .string()
  .trim()
  .min(1, 'It says nothing.')
  .max(200, 'It is longer than 200 characters.')
  .refine(each => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(each), 'It is one line of text, without control characters.')

/** A default as its type has it; what does not fit stays as it is written, to be refused by name. */
const asType = (type: ParameterType, written: unknown): unknown => {
  if (type === 'int' || type === 'float') return number.safeParse(written).data ?? written
  return type === 'bool' ? (truth.safeParse(written).data ?? written) : written
}

const parameter = z
  .strictObject({
    type: z.enum(parameterTypes),
    help: help.optional(),
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    optional: truth.optional(),
    ge: number.optional(),
    le: number.optional(),
    values: z.array(listed.max(30, 'It is longer than 30 characters.')).min(1).max(50).optional(),
  })
  .transform(each =>
    each.default === undefined
      ? each
      : { ...each, default: asType(each.type, each.default) as string | number | boolean },
  )
  .superRefine((each, context) => {
    for (const [path, message] of problemsOf(each)) context.addIssue({ code: 'custom', path: [path], message })
  })

/** What is refused of all arguments and flags together. */
const together = (
  {
    arguments: positional,
    flags,
  }: { readonly arguments: Record<string, Described>; readonly flags: Record<string, Described> },
  refuse: (path: readonly string[], message: string) => void,
): void => {
  const givenOnce = Object.keys(positional)
  for (const [index, [each, { type, default: value, optional }]] of Object.entries(positional).entries()) {
    if (type === 'bool') refuse(['arguments', each, 'type'], 'Nobody types a truth value by its place: make it a flag.')
    if ((value !== undefined || optional === true) && index + 1 < givenOnce.length)
      refuse(
        ['arguments', each],
        'Only the last argument may be left out, or nobody could tell which one was: make it the last, or a flag.',
      )
  }
  for (const each of Object.keys(flags)) {
    if (givenOnce.includes(each)) refuse(['flags', each], 'An argument has this name already.')
    if (programOwn.has(each)) refuse(['flags', each], `The program has its own --${each}, before the subcommand.`)
    const opposite = each.replace(/^no_/, '')
    const other = flags[opposite]
    if (opposite !== each && other?.type === 'bool' && other.default === true)
      refuse(['flags', each], `It is typed as --${each.replaceAll('_', '-')}, which turns \`${opposite}\` off already.`)
  }
  if (givenOnce.length + Object.keys(flags).length > 40)
    refuse(['flags'], 'A command has at most 40 arguments and flags.')
}

/** What a command asks: what is typed by its place, and what by its name. */
export const commandOptions = z
  .strictObject({
    arguments: z.record(name, parameter).default({}),
    flags: z.record(name, parameter).default({}),
  })
  .superRefine((each, context) =>
    together(each, (path, message) => context.addIssue({ code: 'custom', path: [...path], message })),
  )
/** The options of a command, as the rest of the backbone sees them. */
export type CommandOptions = z.infer<typeof commandOptions>
