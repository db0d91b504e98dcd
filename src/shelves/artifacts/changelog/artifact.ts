import { md } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'changelog',
  reads: ['date', 'components'],
  path: () => 'CHANGELOG.md',
  accepts: path => /^(CHANGELOG|CHANGES|HISTORY)(\.(md|txt|rst))?$/i.test(path),
  purpose: 'Tells users what changed in each version.',
  effort: 'trivial',
  slots: ({ date, components }) => ({
    release: md`## [0.1.0] - ${md.text(date)}`,
    added:
      components.length === 0
        ? [md`- The first version.`]
        : components.map(each => md`- ${md.code(each.name)}: ${md.text(sentence(each.does))}`),
  }),
  template: 'changelog.md',
})
