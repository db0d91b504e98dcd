import { artifact } from '../../../ports/artifact.ts'
import { isTestOf, moduleStem } from '../shared/drawn.ts'
import { loggingStems } from '../shared/modules.ts'

export default artifact({
  id: 'logging-test',
  reads: ['architecture.logging', 'architecture.testing', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: ({ names, structure }) => `tests/test_${moduleStem(structure, names.package, loggingStems, 'logging')}.py`,
  accepts: path => isTestOf(path, loggingStems),
  purpose: 'Tests what is logged, where it goes and what stays silent.',
  effort: 'simple',
  needs: ['package-init', 'logging'],
  names: ({ plan, names }) => ({ 'my_package.my_logging': plan.modules['logging'] ?? `${names.package}.logging` }),
  template: ({ architecture }) => `logging_${architecture.logging}.py`,
})
