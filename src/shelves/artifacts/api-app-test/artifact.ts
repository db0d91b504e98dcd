import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isTested } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'api-app-test',
  reads: [
    'architecture.errors',
    'architecture.testing',
    'features.api',
    'names.package',
    'names.distribution',
    'names.env_prefix',
  ],
  collects: ['plan.modules'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/api/test_app.py',
  accepts: path => isTestOf(path, apiStems.app),
  purpose: 'Tests how the application is put together and described.',
  effort: 'simple',
  needs: ['api-app', 'config', 'errors'],
  names: apiModules,
  template: 'app.py',
})
