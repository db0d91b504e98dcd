import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules, programStems, takesNumbers, takesPaths } from '../shared/program.ts'

export default artifact({
  id: 'program-test',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.testing',
    'intake.purpose',
    'names.package',
    'names.env_prefix',
  ],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: isTestedProgram,
  path: () => 'tests/test_program.py',
  accepts: path => isTestOf(path, programStems.program),
  purpose: 'Tests how a subcommand begins.',
  effort: 'simple',
  needs: ['program', 'conftest'],
  names: programModules,
  loops: from => ({ floats: takesNumbers(from.plan) ? [{}] : [], paths: takesPaths(from) ? [{}] : [] }),
  template: 'program.py',
})
