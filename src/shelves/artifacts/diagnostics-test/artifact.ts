import { isDiagnosed } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { readsEnvironment } from '../shared/modules.ts'
import { programModules, programStems } from '../shared/program.ts'

export default artifact({
  id: 'diagnostics-test',
  reads: [
    'architecture.configuration',
    'architecture.testing',
    'intake.maturity',
    'intake.purpose',
    'names.package',
    'names.env_prefix',
  ],
  collects: ['plan.modules'],
  exists: from => isDiagnosed(from) && from.architecture.testing !== 'none',
  path: () => 'tests/test_diagnostics.py',
  accepts: path => isTestOf(path, programStems.diagnostics),
  purpose: 'Tests what every check finds, and when it does not apply.',
  effort: 'simple',
  needs: ['diagnostics', 'conftest'],
  names: programModules,
  loops: ({ architecture }) => ({ environs: readsEnvironment(architecture.configuration) ? [{}] : [] }),
  template: 'diagnostics.py',
})
