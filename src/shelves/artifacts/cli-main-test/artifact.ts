import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programStems } from '../shared/program.ts'

export default artifact({
  id: 'cli-main-test',
  reads: ['architecture.testing', 'intake.purpose', 'names.package', 'names.distribution'],
  exists: isTestedProgram,
  path: () => 'tests/test_main.py',
  accepts: path => isTestOf(path, programStems.main),
  purpose: 'Tests that the module and the console script are one program.',
  effort: 'simple',
  needs: ['cli-main', 'conftest'],
  template: 'main.py',
})
