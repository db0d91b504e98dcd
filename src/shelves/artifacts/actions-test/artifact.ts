import { artifact } from '../../../ports/artifact.ts'
import { hasSubcommands, isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'actions-test',
  reads: ['architecture.testing', 'components', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: from => isTestedProgram(from) && hasSubcommands(from),
  path: () => 'tests/test_actions.py',
  purpose: 'Tests how a request is carried out, and what becomes of a failure.',
  effort: 'simple',
  needs: ['actions'],
  names: programModules,
  template: 'actions.py',
})
