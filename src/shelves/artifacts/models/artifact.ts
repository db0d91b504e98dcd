import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'models',
  reads: ['architecture.configuration', 'intake.purpose', 'names.package', 'structure'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/models.py`,
  purpose: 'Defines what the modules of the program hand to each other.',
  effort: 'simple',
  needs: ['package-init'],
  interface: `class ExitCode(IntEnum):
    OK = 0
    USAGE = 2
    FAILED = 3
    FOUND = 4

class Options:
    verbose: bool = False

class Report:
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
`,
  template: 'models.py',
})
