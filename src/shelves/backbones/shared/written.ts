import { z } from 'zod'

/** Answers are read as they are written: a number or a truth value arrives as its text. */
export const number = z.preprocess(
  each => (typeof each === 'string' && /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(each) ? Number(each) : each),
  z.number(),
)
/** A whole number between two others. */
export const whole = (least: number, most: number) => number.pipe(z.int().min(least).max(most))
/** `true` or `false`, written with or without quotes. */
export const truth = z.preprocess(each => (each === 'true' ? true : each === 'false' ? false : each), z.boolean())

/** A value of an enum, and the member that stands for it: `on-hold` → `ON_HOLD`. */
export const listed = z
  .string()
  .max(40, 'It is longer than 40 characters.')
  .regex(/^[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*$/, 'A value is written in lower case.')
  .refine(each => !/^[io]$/.test(each), 'As a name in capitals it is easily taken for a digit.')
/** An enum's member for a value: `on-hold` → `ON_HOLD`. */
export const memberOf = (value: string): string => value.replaceAll('-', '_').toUpperCase()
