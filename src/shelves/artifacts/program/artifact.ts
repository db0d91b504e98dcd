import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isProgramModule, ofProgram, programModules, programStems, takesNumbers } from '../shared/program.ts'

const raising = 'def begin(context: typer.Context) -> Settings: ...\n'
const returning = `class Failure(Protocol):
    error_code: ClassVar[str]

def begin(context: typer.Context) -> Result[Settings, ConfigurationProblem]: ...
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
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/program.py`,
  accepts: isProgramModule(programStems.program),
  standing: ofProgram,
  purpose: 'Says how every subcommand begins, and how the program may end.',
  effort: 'simple',
  needs: ['config', 'errors', 'logging', 'output'],
  interface: ({ architecture }) => `class ExitCode(IntEnum):
    OK = 0
    USAGE = 2
    FAILED = 3
    FOUND = 4

class Options:
    verbose: bool = False

${architecture.errors === 'exceptions' ? raising : returning}`,
  names: programModules,
  loops: ({ plan }) => ({ floats: takesNumbers(plan) ? [{}] : [] }),
  template: 'program.py',
})
