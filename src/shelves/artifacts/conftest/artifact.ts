import { isLongTerm } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isTestedProgram } from '../shared/program.ts'

export default artifact({
  id: 'conftest',
  reads: [
    'architecture.logging',
    'architecture.testing',
    'intake.maturity',
    'intake.purpose',
    'names.package',
    'names.env_prefix',
  ],
  exists: from => isTestedProgram(from) || (isLongTerm(from) && from.architecture.testing !== 'none'),
  path: () => 'tests/conftest.py',
  purpose: 'Begins every test with nothing from the shell or from the test before.',
  effort: 'simple',
  needs: ['logging'],
  template: 'conftest.py',
})
