import { artifact } from '../../../ports/artifact.ts'
import { isTestOf } from '../shared/drawn.ts'
import { isTestedProgram, programModules, programStems } from '../shared/program.ts'

export default artifact({
  id: 'cli-test',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.testing',
    'intake.purpose',
    'names.package',
    'names.pascal',
    'names.distribution',
  ],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: isTestedProgram,
  path: () => 'tests/test_cli.py',
  accepts: path => isTestOf(path, programStems.cli),
  purpose: 'Tests help, version, wrong usage and failures of the program.',
  effort: 'simple',
  needs: ['cli', 'conftest'],
  names: programModules,
  loops: ({ plan }) => ({ subcommands: plan.subcommands.map(each => ({ names: { 'my-component': each.name } })) }),
  template: 'cli.py',
})
