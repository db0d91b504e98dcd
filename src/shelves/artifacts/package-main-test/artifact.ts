import { isLongTerm, isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { programModules } from '../shared/program.ts'

export default artifact({
  id: 'package-main-test',
  reads: [
    'architecture.configuration',
    'architecture.testing',
    'intake.maturity',
    'intake.purpose',
    'names.package',
    'names.distribution',
    'names.env_prefix',
  ],
  collects: ['plan.modules'],
  exists: from => isLongTerm(from) && !isProgram(from) && from.architecture.testing !== 'none',
  path: () => 'tests/test_main.py',
  accepts: path => isTestOf(path, ['main']),
  purpose: 'Tests what the package says of itself, and how it ends.',
  effort: 'simple',
  needs: ['package-main', 'conftest'],
  names: programModules,
  template: 'package_main.py',
})
