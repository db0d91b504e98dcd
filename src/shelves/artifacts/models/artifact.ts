import { isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { ofProgram, programPath } from '../shared/program.ts'

const failure = `
class Failure(Protocol):
    error_code: ClassVar[str]
`

export default artifact({
  id: 'models',
  reads: ['architecture.configuration', 'architecture.errors', 'intake.purpose', 'names.package', 'structure'],
  exists: isProgram,
  path: programPath('models'),
  standing: ofProgram,
  purpose: 'Defines what the modules of the program hand to each other.',
  effort: 'simple',
  needs: ['package-init'],
  interface: ({ architecture }) => `class ExitCode(IntEnum):
    OK = 0
    USAGE = 2
    FAILED = 3
    FOUND = 4
    UNREAD = 141
${architecture.errors === 'exceptions' ? '' : failure}
class Options:
    verbose: bool = False

class Report:
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
`,
  template: 'models.py',
})
