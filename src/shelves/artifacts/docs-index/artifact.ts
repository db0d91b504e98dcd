import { md, vouched } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasDocs } from '../shared/docs.ts'
import { shown } from '../shared/usage.ts'

export default artifact({
  id: 'docs-index',
  reads: ['features.docs', 'intake.description', 'intake.non_goals', 'names.title'],
  collects: ['plan.features', 'plan.usage'],
  exists: from => hasDocs(from),
  path: () => 'docs/index.md',
  purpose: 'Begins the documentation: what it is, what it does, how it is used.',
  effort: 'simple',
  slots: ({ intake, plan }) => ({
    description: md.text(sentence(intake.description)),
    features: plan.features.map(each => md`- ${vouched(each)}`),
    usage: plan.usage.flatMap((each, index) => [
      ...(index === 0 ? [] : [md``]),
      md`### ${md.text(each.title)}`,
      md``,
      ...shown(each),
    ]),
    non_goals: intake.non_goals.map(each => md`- ${md.text(each)}`),
  }),
  template: 'index.md',
})
