import { artifact } from '../../../ports/artifact.ts'
import { isTestOf, moduleStem } from '../shared/drawn.ts'
import { configStems, errorsStem } from '../shared/modules.ts'
import { addressesIn, addressItem, pathItem, pathsIn, takesPaths } from '../shared/settings.ts'

export default artifact({
  id: 'config-test',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.testing',
    'names.package',
    'names.env_prefix',
    'structure',
  ],
  collects: ['plan.environment', 'plan.modules'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: ({ names, structure }) => `tests/test_${moduleStem(structure, names.package, configStems, 'config')}.py`,
  accepts: path => isTestOf(path, configStems),
  purpose: 'Tests defaults, accepted and refused values of the settings.',
  effort: 'simple',
  needs: ['package-init', 'config'],
  names: ({ plan, names, architecture }) => ({
    'my_package.my_config': plan.modules['config'] ?? `${names.package}.config`,
    'my_package.my_errors': plan.modules['errors'] ?? `${names.package}.${errorsStem(architecture.errors)}`,
  }),
  loops: ({ architecture, plan, names }) => {
    const addresses = addressesIn(plan.environment).map(each => ({
      names: addressItem(each, names.env_prefix).names ?? {},
    }))
    if (!takesPaths(architecture.configuration)) return { addresses }
    const paths = pathsIn(architecture.configuration, plan.environment)
    return {
      addresses,
      pathlib: paths.length > 0 ? [{}] : [],
      paths: paths.map(each => ({ names: pathItem(each, names.env_prefix).names ?? {} })),
    }
  },
  template: ({ architecture }) => `config_${architecture.configuration}.py`,
})
