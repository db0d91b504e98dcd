import { artifact } from '../../../ports/artifact.ts'
import { apiModules, isTested, keepsDatabase } from '../shared/api.ts'

export default artifact({
  id: 'startup-test',
  reads: ['architecture.testing', 'components', 'features.api', 'names.package', 'names.pascal'],
  collects: ['plan.modules'],
  exists: from => keepsDatabase(from) && isTested(from),
  path: () => 'tests/test_startup.py',
  purpose: 'Tests what keeps the service from starting.',
  effort: 'simple',
  needs: ['startup'],
  names: apiModules,
  template: 'startup.py',
})
