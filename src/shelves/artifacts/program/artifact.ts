import { isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import {
  isProgramModule,
  ofProgram,
  programModules,
  programPath,
  programStems,
  takesNumbers,
  takesPaths,
} from '../shared/program.ts'

const raising = 'def begin(context: typer.Context) -> Settings: ...\n'
const returning = `def begin(context: typer.Context) -> Result[Settings, ConfigurationProblem]: ...
def opened(result: Result[Value, Failure]) -> Value: ...
`

export default artifact({
  id: 'program',
  reads: [
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'intake.purpose',
    'names.package',
    'structure',
  ],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: isProgram,
  path: programPath('program'),
  accepts: isProgramModule(programStems.program),
  standing: ofProgram,
  purpose: ({ architecture }) =>
    architecture.errors === 'exceptions'
      ? 'Says how every subcommand begins.'
      : 'Says how every subcommand begins, and how a failure ends it.',
  effort: 'simple',
  needs: ['config', 'errors', 'logging', 'models', 'utils'],
  interface: ({ architecture }) => (architecture.errors === 'exceptions' ? raising : returning),
  names: programModules,
  loops: from => ({ floats: takesNumbers(from.plan) ? [{}] : [], paths: takesPaths(from) ? [{}] : [] }),
  template: 'program.py',
})
