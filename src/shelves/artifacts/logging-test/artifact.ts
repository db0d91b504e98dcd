import { artifact } from '../../../ports/artifact.ts'
import { hasModule, isTestOf, moduleStem } from '../shared/drawn.ts'
import { configStems, errorsStem, loggingStems } from '../shared/modules.ts'

export default artifact({
  id: 'logging-test',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'architecture.testing',
    'names.package',
    'names.env_prefix',
    'structure',
  ],
  collects: ['plan.modules'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: ({ names, structure }) => `tests/test_${moduleStem(structure, names.package, loggingStems, 'logging')}.py`,
  accepts: path => isTestOf(path, loggingStems),
  purpose: 'Tests what is logged, where it goes and what stays silent.',
  effort: 'simple',
  needs: ['package-init', 'logging'],
  names: ({ plan, names, architecture }) => ({
    'my_package.my_logging': plan.modules['logging'] ?? `${names.package}.logging`,
    'my_package.my_config': plan.modules['config'] ?? `${names.package}.config`,
    'my_package.my_errors': plan.modules['errors'] ?? `${names.package}.${errorsStem(architecture.errors)}`,
  }),
  // Settings and logging meet in a program; where the project has both, a test shows that they fit.
  loops: ({ names, structure }) => ({ settings: hasModule(structure, names.package, configStems) ? [{}] : [] }),
  template: ({ architecture }) => `logging_${architecture.logging}.py`,
})
