import { md } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { presentComponents } from '../shared/plan.ts'

export default artifact({
  id: 'changelog',
  reads: ['date', 'components', 'intake.purpose'],
  collects: ['plan.files'],
  path: () => 'CHANGELOG.md',
  accepts: path => /^(CHANGELOG|CHANGES|HISTORY)(\.(md|txt|rst))?$/i.test(path),
  standing: standsForOthers,
  purpose: 'Tells users what changed in each version.',
  effort: 'trivial',
  slots: ({ date, components, plan }) => {
    const present = presentComponents(components, plan.files)
    return {
      release: md`## [0.1.0] - ${md.text(date)}`,
      added:
        present.length === 0
          ? [md`- The first version.`]
          : present.map(each => md`- ${md.code(each.name)}: ${md.text(sentence(each.does))}`),
    }
  },
  template: 'changelog.md',
})
