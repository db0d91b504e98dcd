import { artifact } from '../../../ports/artifact.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'output-test',
  reads: ['architecture.testing', 'intake.purpose'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_output.py',
  purpose: 'Tests tables, JSON, and what no terminal may see.',
  effort: 'simple',
  needs: ['output'],
  names: programModules,
  template: 'output.py',
})
