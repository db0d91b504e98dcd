import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, databaseLoops, isTested } from '../shared/api.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'main-test',
  reads: [
    'architecture.errors',
    'architecture.testing',
    'components',
    'features.api',
    'names.package',
    'names.distribution',
    'names.env_prefix',
  ],
  collects: ['plan.modules'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/test_main.py',
  accepts: path => isTestOf(path, ['main', '__main__']),
  purpose: 'Tests where the service listens, and how it says what is wrong before it starts.',
  effort: 'simple',
  needs: ['main', 'startup'],
  names: apiModules,
  loops: databaseLoops,
  template: 'main.py',
})
