import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules, programStems } from '../shared/program.ts'

export default artifact({
  id: 'doctor-test',
  reads: ['architecture.configuration', 'architecture.testing', 'intake.purpose', 'names.env_prefix'],
  collects: ['plan.modules'],
  exists: isTestedProgram,
  path: () => 'tests/test_doctor.py',
  accepts: path => isTestOf(path, programStems.doctor),
  purpose: 'Tests what the doctor tells, and how it ends.',
  effort: 'simple',
  needs: ['cli', 'doctor', 'conftest'],
  names: programModules,
  template: 'doctor.py',
})
