import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { hasSubcommands, isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'actions-test',
  reads: ['architecture.errors', 'architecture.testing', 'components', 'intake.purpose', 'names.package'],
  collects: ['plan.modules'],
  exists: from => isTestedProgram(from) && hasSubcommands(from),
  path: () => 'tests/test_actions.py',
  accepts: path => isTestOf(path, ['actions']),
  purpose: 'Tests how a request is carried out, and what becomes of a failure.',
  effort: 'simple',
  needs: ['actions'],
  names: programModules,
  template: ({ architecture }) =>
    architecture.errors === 'exceptions' ? 'actions_exceptions.py' : 'actions_results.py',
})
