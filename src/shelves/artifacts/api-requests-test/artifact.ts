import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isTested } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'api-requests-test',
  reads: ['architecture.testing', 'features.api', 'architecture.logging', 'names.package'],
  collects: ['plan.modules'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/api/test_requests.py',
  accepts: path => isTestOf(path, apiStems.requests),
  purpose: 'Tests ids, log lines and unexpected failures of requests.',
  effort: 'moderate',
  needs: ['api-requests'],
  contributes: () => ({ dev_requirements: ['httpx2'] }),
  names: apiModules,
  template: 'requests.py',
})
