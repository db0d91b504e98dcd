import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isTested, keepsDatabase } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'startup-test',
  reads: ['architecture.errors', 'architecture.testing', 'components', 'features.api', 'names.package', 'names.pascal'],
  collects: ['plan.modules'],
  exists: from => keepsDatabase(from) && isTested(from),
  path: () => 'tests/test_startup.py',
  accepts: path => isTestOf(path, apiStems.startup),
  purpose: 'Tests what keeps the service from starting.',
  effort: 'simple',
  needs: ['startup'],
  names: apiModules,
  template: ({ architecture }) => `startup_${architecture.errors === 'exceptions' ? 'exceptions' : 'results'}.py`,
})
