import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'service-test',
  reads: ['architecture.testing', 'features.api', 'names.package', 'names.title'],
  collects: ['plan.modules', 'plan.served'],
  exists: from => isServed(from) && from.architecture.testing === 'comprehensive',
  path: () => 'tests/integration/test_service.py',
  accepts: path => isTestOf(path, ['service']),
  purpose: 'Asks the whole service over HTTP, through a socket of its own.',
  effort: 'moderate',
  needs: ['api-app', 'config'],
  names: apiModules,
  loops: ({ plan }) => {
    const databases = plan.served.some(each => each.storage === 'sqlite')
    return {
      databases: databases ? [{}] : [],
      plain: databases ? [] : [{}],
      resources: plan.served.map(each => ({
        names: { my_components: each.plural, 'my-address': each.address },
      })),
    }
  },
  contributes: () => ({ dev_requirements: ['httpx2'] }),
  template: 'service.py',
})
