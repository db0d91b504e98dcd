import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules, programStems } from '../shared/program.ts'

export default artifact({
  id: 'output-test',
  reads: ['architecture.testing', 'intake.purpose'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_output.py',
  accepts: path => isTestOf(path, programStems.output),
  purpose: 'Tests tables, JSON, and what no terminal may see.',
  effort: 'simple',
  needs: ['output'],
  names: programModules,
  template: 'output.py',
})
