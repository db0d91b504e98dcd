import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isTested } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'api-problems-test',
  reads: ['architecture.errors', 'architecture.testing', 'features.api'],
  collects: ['plan.modules'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/api/test_problems.py',
  accepts: path => isTestOf(path, apiStems.problems),
  purpose: 'Tests how problems are answered and described.',
  effort: 'moderate',
  needs: ['api-problems'],
  contributes: () => ({ dev_requirements: ['httpx2'] }),
  names: apiModules,
  template: 'problems.py',
})
