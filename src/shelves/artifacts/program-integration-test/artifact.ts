import { isLongTerm } from '../../../core/design/purpose.ts'
import { py, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isTestedProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'program-integration-test',
  reads: [
    'architecture.configuration',
    'architecture.testing',
    'intake.maturity',
    'intake.purpose',
    'names.package',
    'names.distribution',
    'names.env_prefix',
  ],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: from => isTestedProgram(from) && from.architecture.testing !== 'unit',
  path: () => 'tests/integration/test_installed_program.py',
  purpose: 'Runs the installed program as a shell does.',
  effort: 'moderate',
  needs: ['cli', 'cli-main', 'conftest'],
  names: programModules,
  slots: ({ plan }) => ({
    uses: [...plan.subcommands.map(each => [each.name, ...each.example.typed]), ['doctor']].map(
      each => py`[${vouched(each.map(py.str).join(', '))}],`,
    ),
  }),
  loops: ({ intake, plan }) => ({
    failing: plan.subcommands.length > 0 ? [{}] : [],
    recorded: isLongTerm({ intake }) && plan.subcommands.length > 0 ? [{}] : [],
  }),
  template: 'program.py',
})
