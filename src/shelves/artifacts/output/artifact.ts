import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isProgramModule, ofProgram, programStems } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'output',
  reads: ['intake.purpose', 'names.package', 'structure'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/output.py`,
  accepts: isProgramModule(programStems.output),
  standing: ofProgram,
  purpose: 'Prints what a subcommand answers: a table for people, JSON for programs.',
  effort: 'simple',
  needs: ['package-init'],
  interface: `class Report:
    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

def render(report: Report, *, as_json: bool) -> str: ...
def printable(value: Value) -> str: ...
`,
  contributes: () => ({
    translations: { de },
    features: [
      'Whatever is printed is a table for people or, with `--json`, JSON for programs; nothing in it speaks to the terminal.',
    ],
  }),
  template: 'output.py',
})
