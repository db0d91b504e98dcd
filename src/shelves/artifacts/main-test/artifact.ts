import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isTested } from '../shared/api.ts'

export default artifact({
  id: 'main-test',
  reads: ['architecture.testing', 'features.api', 'names.package', 'names.distribution', 'names.env_prefix'],
  exists: from => isServed(from) && isTested(from),
  path: () => 'tests/test_main.py',
  purpose: 'Tests where the service listens, and how it says what is wrong before it starts.',
  effort: 'simple',
  needs: ['main'],
  template: 'main.py',
})
