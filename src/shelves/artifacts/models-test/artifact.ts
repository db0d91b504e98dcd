import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'models-test',
  reads: ['architecture.testing', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_models.py',
  accepts: path => isTestOf(path, ['models']),
  purpose: 'Tests what a report refuses, and that no two ways to end look alike.',
  effort: 'simple',
  needs: ['models'],
  names: programModules,
  template: 'models.py',
})
