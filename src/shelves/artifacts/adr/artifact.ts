import { isProgram } from '../../../core/design/purpose.ts'
import { isServed } from '../../../core/design/served.ts'
import { type Escaped, md } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { meansOf } from '../shared/decided.ts'
import { hasModule } from '../shared/drawn.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { configStems, loggingStems } from '../shared/modules.ts'
import { consequences } from './consequences.ts'

const titles = {
  dependencies: 'Dependencies',
  configuration: 'Configuration',
  errors: 'Errors',
  logging: 'Logging',
  testing: 'Testing',
} as const

const because = (why: string | undefined): Escaped =>
  why === undefined || why.trim() === '' ? md`` : md` Because: ${md.text(sentence(why))}`

export default artifact({
  id: 'adr',
  version: 2,
  reads: [
    'architecture',
    'date',
    'decisions',
    'features.api',
    'intake.concurrency',
    'intake.description',
    'intake.lifespan',
    'intake.maturity',
    'intake.non_goals',
    'intake.purpose',
    'names.package',
    'names.pascal',
    'names.title',
    'structure',
  ],
  path: () => 'docs/adr/0001-foundations.md',
  accepts: path => /(^|\/)(adr|decisions)\/0*1[-_][^/]*\.md$/.test(path),
  standing: standsForOthers,
  purpose: 'Records the decisions that everything else stands on, and why.',
  effort: 'simple',
  slots: ({ architecture, date, decisions, features, intake, names, structure }) => ({
    status: md`Accepted on ${md.text(date)}.`,
    context: [
      md`${md.text(names.title)}: ${md.text(sentence(intake.description))}`,
      md``,
      md`- Purpose: ${md.text(meansOf('intake.purpose', intake.purpose, intake))}`,
      md`- Maturity: ${md.text(meansOf('intake.maturity', intake.maturity, intake))}`,
      md`- Lifespan: ${md.text(meansOf('intake.lifespan', intake.lifespan, intake))}`,
      md`- It is not: ${md.text(intake.non_goals.join('; '))}.`,
    ],
    decisions: [
      ...(['dependencies', 'configuration', 'errors', 'logging', 'testing'] as const).map(key => {
        const chosen = architecture[key]
        const means = meansOf(`architecture.${key}`, chosen, intake)
        return md`- **${md.text(titles[key])}: ${md.text(chosen)}.** ${md.text(means)}${because(architecture.rationale[key])}`
      }),
      md`- **Concurrency: ${md.text(intake.concurrency)}.** ${md.text(meansOf('intake.concurrency', intake.concurrency, intake))}${because(architecture.rationale.concurrency)}`,
      ...decisions.map(
        each => md`- **${md.text(each.topic)}**: ${md.text(sentence(each.decision))}${because(each.why)}`,
      ),
    ],
    consequences: consequences(architecture, names.package, `${names.pascal}Error`, {
      settings: hasModule(structure, names.package, configStems),
      logging: hasModule(structure, names.package, loggingStems),
      program: isProgram({ intake }),
      served: isServed({ features }),
    }).map(each => md`- ${md.text(each)}`),
  }),
  template: 'adr.md',
})
