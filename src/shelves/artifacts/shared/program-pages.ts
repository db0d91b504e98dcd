import type { ManagerFacts, PlanFacts, Subcommand } from '../../../core/design/world.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { inEnvironment } from './plan.ts'
import { exitCodes } from './program.ts'

const empty = md``

/** A word as a shell reads it. */
const word = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`

const typed = (program: string, manager: Pick<ManagerFacts, 'run'>, each: Subcommand): string =>
  inEnvironment(manager, [program, each.name, ...each.example.typed].map(word).join(' '))

/** How the program comes onto a machine: for good, or for one run. */
export const programInstallation = (program: string, manager: Pick<ManagerFacts, 'program'>): readonly Escaped[] => [
  empty,
  ...md.block('sh', manager.program.install),
  empty,
  md`This puts ${md.code(program)} on your PATH, in an environment of its own. To run it once without:`,
  empty,
  ...md.block('sh', `${manager.program.once.replace('PROGRAM', program)} --help`),
]

const printed = (program: string, manager: Pick<ManagerFacts, 'run'>, each: Subcommand): readonly Escaped[] => [
  ...md.block('sh', typed(program, manager, each)),
  empty,
  md`It prints:`,
  empty,
  ...md.block('text', each.example.prints),
]

/** The first thing to type. */
export const programStart = (
  program: string,
  manager: Pick<ManagerFacts, 'run'>,
  plan: Pick<PlanFacts, 'subcommands'>,
): readonly Escaped[] => {
  const [first] = plan.subcommands
  return first === undefined
    ? md.block('sh', inEnvironment(manager, `${program} doctor`))
    : printed(program, manager, first)
}

const parameters = (each: Subcommand): readonly Escaped[] =>
  each.parameters.length === 0
    ? []
    : [
        md`| Argument | Value | Default | Meaning |`,
        md`| --- | --- | --- | --- |`,
        ...each.parameters.map(
          ({ typed: name, values, default: value, help }) =>
            md`| ${md.cellCode(name)} | ${md.cellCode(values.join(', '))} | ${value === undefined ? md`must be given` : value === '' ? md`none` : md.cellCode(value)} | ${md.text(help)} |`,
        ),
        empty,
      ]

/** Every subcommand with its arguments and one use, unless that stands elsewhere; the doctor, and how the program ends. */
export const commandLines = (
  program: string,
  manager: Pick<ManagerFacts, 'run'>,
  plan: Pick<PlanFacts, 'modules' | 'subcommands'>,
  shownAlready?: Subcommand,
): readonly Escaped[] => [
  ...plan.subcommands.flatMap((each, index) => [
    ...(index === 0 ? [] : [empty]),
    md`### ${md.code(`${program} ${each.name}`)}`,
    empty,
    md`${md.text(each.does)} Until ${md.code('register')} of its module is given an action of your own in ${md.code(plan.modules['cli'] ?? '')}, it only describes its request.`,
    empty,
    ...parameters(each),
    ...(each === shownAlready ? md.lines(['`--json` prints JSON.']) : printed(program, manager, each)),
  ]),
  ...(plan.subcommands.length === 0 ? [] : [empty]),
  md`### ${md.code(`${program} doctor`)}`,
  empty,
  md`Says whether the program can work where it is, and what hinders it:`,
  empty,
  ...md.block('sh', inEnvironment(manager, `${program} doctor`)),
  empty,
  md`### Exit codes`,
  empty,
  md`| Code | Meaning |`,
  md`| --- | --- |`,
  ...exitCodes.map(([code, means]) => md`| ${md.text(String(code))} | ${md.text(means)} |`),
]
