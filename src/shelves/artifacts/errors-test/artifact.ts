import { artifact } from '../../../ports/artifact.ts'
import { isTestOf, moduleStem } from '../shared/drawn.ts'
import { errorsStem, errorsStems } from '../shared/modules.ts'

export default artifact({
  id: 'errors-test',
  reads: ['architecture.errors', 'architecture.testing', 'names.package', 'names.pascal', 'structure'],
  collects: ['plan.modules'],
  exists: ({ architecture }) => architecture.testing !== 'none',
  path: ({ architecture, names, structure }) =>
    `tests/test_${moduleStem(structure, names.package, errorsStems, errorsStem(architecture.errors))}.py`,
  accepts: path => isTestOf(path, errorsStems),
  purpose: ({ architecture }) =>
    architecture.errors === 'exceptions' ? 'Tests the exceptions.' : 'Tests how results are opened.',
  effort: 'simple',
  needs: ['package-init', 'errors'],
  names: ({ plan, names }) => ({ 'my_package.my_errors': plan.modules['errors'] ?? `${names.package}.errors` }),
  template: ({ architecture }) => `errors_${architecture.errors}.py`,
})
