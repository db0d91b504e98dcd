import type { Architecture, Component, Intake } from '../../../core/design/answers/types.ts'
import type { EnvironmentVariable, PlanFacts, Usage } from '../../../core/design/world.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { meansOf } from '../shared/decided.ts'
import { type fileKeys, readsEnvironment, readsFile, setUpTitles } from '../shared/modules.ts'
import { offeredModules } from '../shared/offered-modules.ts'
import { pathOf } from '../shared/plan.ts'

const empty = md``

/** The quick start is the first thing that the package is for; set-up comes after. */
export const inOrder = (usage: readonly Usage[]): readonly Usage[] => [
  ...usage.filter(each => !setUpTitles.includes(each.title)),
  ...usage.filter(each => setUpTitles.includes(each.title)),
]

const moduleOf = (plan: Pick<PlanFacts, 'modules'>, role: string): Escaped =>
  plan.modules[role] === undefined ? empty : md` Lives in ${md.code(plan.modules[role])}.`

const componentLines = (
  components: readonly Component[],
  plan: Pick<PlanFacts, 'exports' | 'modules'>,
): readonly Escaped[] => {
  const offered = new Map(offeredModules(components, plan).map(each => [each.component, each]))
  return components.map(each => {
    const whole = offered.get(each.name)
    const functions =
      whole === undefined
        ? empty
        : md` Its functions are used through the module: ${md.code(`from ${whole.parent} import ${whole.name}`)}.`
    return md`- ${md.code(each.name)}: ${md.text(sentence(each.does))}${moduleOf(plan, `${each.name}.source`)}${functions}`
  })
}

/** A line for each component, and one for each decision that shapes the code. */
export const architectureLines = (
  components: readonly Component[],
  architecture: Pick<Architecture, 'configuration' | 'errors' | 'logging'>,
  intake: Pick<Intake, 'purpose'>,
  plan: Pick<PlanFacts, 'exports' | 'modules' | 'files'>,
): readonly Escaped[] => [
  ...componentLines(components, plan),
  ...programParts(plan),
  ...(['configuration', 'errors', 'logging'] as const).flatMap(key => {
    const role = key === 'configuration' ? 'config' : key
    if (plan.modules[role] === undefined) return []
    const title = { configuration: 'Settings', errors: 'Errors', logging: 'Logging' }[key]
    return [
      md`- **${md.text(title)}**: ${md.text(meansOf(`architecture.${key}`, architecture[key], intake))}${moduleOf(plan, role)}`,
    ]
  }),
  ...reasons(plan),
]

/** How a program is put together: where what is typed goes. */
const programParts = (plan: Pick<PlanFacts, 'modules'>): readonly Escaped[] => {
  const { cli, program, output, diagnostics } = plan.modules
  if (diagnostics === undefined) return []
  if (cli === undefined || program === undefined || output === undefined)
    return [md`- **Diagnosis**: What can hinder the package where it runs is looked at by ${md.code(diagnostics)}.`]
  return [
    md`- **Program**: ${md.code(cli)} attaches the subcommands. Each begins as ${md.code(program)} says, and what it answers is printed by ${md.code(output)}.`,
    md`- **Diagnosis**: The checks behind the doctor live in ${md.code(diagnostics)}.`,
  ]
}

const reasons = (plan: Pick<PlanFacts, 'files'>): readonly Escaped[] => {
  const record = pathOf(plan.files, 'adr')
  return record === undefined
    ? []
    : [empty, md`The reasons are written down in [${md.text(record)}](${md.path(record)}).`]
}

const variables = (environment: readonly EnvironmentVariable[]): readonly Escaped[] =>
  environment.length === 0
    ? []
    : [
        md`| Variable | Values | Default | Meaning |`,
        md`| --- | --- | --- | --- |`,
        ...environment.map(
          each =>
            md`| ${md.cellCode(each.name)} | ${md.text(each.type)} | ${md.cellCode(each.default)} | ${md.text(each.meaning)} |`,
        ),
      ]

const keys = (fields: ReturnType<typeof fileKeys>): readonly Escaped[] => [
  md`| Key | Values | Default | Meaning |`,
  md`| --- | --- | --- | --- |`,
  ...fields.map(
    each =>
      md`| ${md.cellCode(each.field)} | ${md.text(each.type)} | ${md.cellCode(each.default)} | ${md.text(each.meaning)} |`,
  ),
]

/** The table of settings, or the sentence that there are none. */
export const configurationLines = (
  configuration: Architecture['configuration'],
  plan: Pick<PlanFacts, 'environment' | 'modules' | 'files'>,
  fields: ReturnType<typeof fileKeys>,
): readonly Escaped[] => {
  const example = pathOf(plan.files, 'settings-example')
  const file =
    plan.modules['config'] !== undefined && readsFile(configuration)
      ? [
          md`A TOML file may hold these keys${example === undefined ? empty : md`; [${md.text(example)}](${md.path(example)}) shows them`}:`,
          empty,
          ...keys(fields),
        ]
      : []
  const environment =
    plan.environment.length === 0 || !readsEnvironment(configuration)
      ? []
      : [
          file.length > 0
            ? md`These environment variables win over the file:`
            : md`Environment variables; one that is empty counts as not set:`,
          empty,
          ...variables(plan.environment),
        ]
  if (file.length + environment.length === 0) return [md`There is nothing to configure.`]
  return [...file, ...(file.length > 0 && environment.length > 0 ? [empty] : []), ...environment]
}
