import { artifact } from '../../../ports/artifact.ts'
import { standsForOthers } from '../shared/for-others.ts'
import { pathOf } from '../shared/plan.ts'

export default artifact({
  id: 'dependabot',
  reads: ['intake.purpose'],
  collects: ['plan.files', 'manager.dependabot'],
  path: () => '.github/dependabot.yml',
  accepts: path => /^\.github\/dependabot\.ya?ml$/.test(path),
  standing: standsForOthers,
  purpose: 'Proposes updates of the dependencies.',
  effort: 'trivial',
  compose: ({ plan, manager }) => ({
    format: 'yaml',
    value: {
      version: 2,
      updates: [manager.dependabot, ...(pathOf(plan.files, 'ci') === undefined ? [] : ['github-actions'])].map(
        ecosystem => ({
          'package-ecosystem': ecosystem,
          directory: '/',
          schedule: { interval: 'weekly' },
          groups: { all: { patterns: ['*'] } },
        }),
      ),
    },
  }),
})
