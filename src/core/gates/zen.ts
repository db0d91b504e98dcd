import { isBesideProgram } from '../python/program-file.ts'
import type { Found } from './rules/found.ts'

/** The lines of the Zen of Python (PEP 20) that something can be measured of. */
export const zenLines = {
  explicit: 'Explicit is better than implicit.',
  simple: 'Simple is better than complex.',
  flat: 'Flat is better than nested.',
  sparse: 'Sparse is better than dense.',
  readable: 'Readability counts.',
  errors: 'Errors should never pass silently.',
  guess: 'In the face of ambiguity, refuse the temptation to guess.',
  obvious: 'There should be one-- and preferably only one --obvious way to do it.',
  explained: "If the implementation is hard to explain, it's a bad idea.",
  namespaces: "Namespaces are one honking great idea -- let's do more of those!",
} as const

export type ZenLine = keyof typeof zenLines

/** What a finding of a rule takes from a line of the Zen. */
export interface ZenShare {
  readonly line: ZenLine
  /** As many lines of code as one finding spoils: about what a reader goes over again because of it. */
  readonly costs: number
}

/** One reason for which a percentage is not 100, with its place. */
export interface Deduction extends Pick<Found, 'rule' | 'path' | 'message'> {
  readonly line: number
  readonly costs: number
}

/** How a line of the Zen is kept. */
export interface ZenMeasure {
  readonly line: ZenLine
  /** 0 to 100, to a tenth, rounded down; undefined where there is no code. */
  readonly percent: number | undefined
  readonly deductions: readonly Deduction[]
}

/** How the Zen is kept in all, and line by line. */
export interface Zen {
  readonly percent: number | undefined
  /** Lines of code of the program: neither blank nor comments alone, and of no test, example or document. */
  readonly code: number
  readonly lines: readonly ZenMeasure[]
}

/** The share of the code that is left when what is spoilt is taken off. Rounded down, so that 84.99 is not 85. */
const share = (spoilt: number, code: number): number | undefined =>
  code === 0 ? undefined : Math.floor(Math.max(0, 1 - spoilt / code) * 1000) / 10

const sum = (deductions: readonly Deduction[]): number => deductions.reduce((all, { costs }) => all + costs, 0)

/** Measures how the Zen is kept: see docs/zen.md for the formula and what each rule costs. */
export const zenOf = (
  found: readonly Pick<Found, 'rule' | 'path' | 'line' | 'message'>[],
  shares: ReadonlyMap<string, ZenShare>,
  files: readonly { readonly path: string; readonly code: number }[],
): Zen => {
  const code = files.filter(({ path }) => !isBesideProgram(path)).reduce((all, each) => all + each.code, 0)
  const counted = found.flatMap(({ rule, path, line = 1, message }) => {
    const of = isBesideProgram(path) ? undefined : shares.get(rule)
    return of === undefined ? [] : [{ of: of.line, deduction: { rule, path, line, message, costs: of.costs } }]
  })
  const lines = (Object.keys(zenLines) as readonly ZenLine[]).map((line): ZenMeasure => {
    const deductions = counted.filter(each => each.of === line).map(each => each.deduction)
    return { line, percent: share(sum(deductions), code), deductions }
  })
  return { percent: share(sum(counted.map(each => each.deduction)), code), code, lines }
}
