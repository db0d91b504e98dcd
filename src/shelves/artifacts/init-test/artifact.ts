import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'

export default artifact({
  id: 'init-test',
  reads: ['architecture.testing', 'names.package', 'names.distribution'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: () => 'tests/test_init.py',
  accepts: (path, { names }) => isTestOf(path, ['init', '__init__', 'package', 'version', names.package]),
  purpose: 'Tests that the package offers what it says, with the version that is installed.',
  effort: 'trivial',
  needs: ['package-init', 'py-typed'],
  template: 'init.py',
})
