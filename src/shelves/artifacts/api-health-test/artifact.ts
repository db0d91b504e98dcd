import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isTested } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'api-health-test',
  reads: ['architecture.testing', 'features.api', 'intake.concurrency'],
  collects: ['plan.modules'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/api/test_health.py',
  accepts: path => isTestOf(path, apiStems.health),
  purpose: 'Tests when the service lives and when it is ready.',
  effort: 'moderate',
  needs: ['api-health'],
  contributes: () => ({ dev_requirements: ['httpx2'] }),
  names: apiModules,
  template: 'health.py',
})
