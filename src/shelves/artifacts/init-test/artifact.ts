import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { standsForOthers } from '../shared/for-others.ts'

export default artifact({
  id: 'init-test',
  reads: ['architecture.testing', 'names.package', 'names.distribution', 'intake.purpose'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: () => 'tests/test_init.py',
  accepts: (path, { names }) => isTestOf(path, ['init', '__init__', 'package', 'version', names.package]),
  standing: standsForOthers,
  purpose: 'Tests that the package offers what it says, with the version that is installed.',
  effort: 'trivial',
  needs: ['package-init', 'py-typed'],
  template: 'init.py',
})
