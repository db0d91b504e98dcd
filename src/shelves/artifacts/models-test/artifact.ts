import { artifact } from '../../../ports/artifact.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'models-test',
  reads: ['architecture.testing', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_models.py',
  purpose: 'Tests what a report refuses, and that no two ways to end look alike.',
  effort: 'simple',
  needs: ['models'],
  names: programModules,
  template: 'models.py',
})
