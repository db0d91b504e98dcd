import { md, vouched } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasDocs } from '../shared/docs.ts'
import { setUpTitles } from '../shared/modules.ts'
import { commandLines } from '../shared/program-pages.ts'
import { shown } from '../shared/usage.ts'

export default artifact({
  id: 'docs-index',
  reads: ['features.docs', 'intake.description', 'intake.non_goals', 'names.distribution', 'names.title'],
  collects: ['manager', 'plan.features', 'plan.modules', 'plan.subcommands', 'plan.usage'],
  exists: from => hasDocs(from),
  path: () => 'docs/index.md',
  standing: () => ({ template: true, needed: 'The documentation begins with it.' }),
  purpose: 'Begins the documentation: what it is, what it does, how it is used.',
  effort: 'simple',
  slots: ({ intake, manager, names, plan }) => {
    const program = plan.modules['cli'] !== undefined
    const usage = program ? plan.usage.filter(each => !setUpTitles.includes(each.title)) : plan.usage
    const commands = program ? commandLines(names.distribution, manager, plan) : []
    return {
      description: md.text(sentence(intake.description)),
      features: plan.features.map(each => md`- ${vouched(each)}`),
      usage: [
        ...commands,
        ...usage.flatMap((each, index) => [
          ...(index === 0 && !program ? [] : [md``]),
          md`### ${md.text(each.title)}`,
          md``,
          ...shown(each),
        ]),
      ],
      non_goals: intake.non_goals.map(each => md`- ${md.text(each)}`),
    }
  },
  template: 'index.md',
})
