import { artifact } from '../../../ports/artifact.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'utils-property-test',
  reads: ['architecture.testing', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: from => isTestedProgram(from) && from.architecture.testing === 'comprehensive',
  path: () => 'tests/test_utils_properties.py',
  purpose: 'Tests what holds of whatever is shown, for every text.',
  effort: 'simple',
  needs: ['output', 'utils'],
  contributes: () => ({ dev_requirements: ['hypothesis'] }),
  names: programModules,
  template: 'utils_properties.py',
})
