import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'utils-test',
  reads: ['architecture.testing', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_utils.py',
  accepts: path => isTestOf(path, ['utils']),
  purpose: 'Tests what no terminal may see.',
  effort: 'simple',
  needs: ['utils'],
  names: programModules,
  template: 'utils.py',
})
