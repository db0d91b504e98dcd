import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isProgramModule, ofProgram, programModules, programStems } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'doctor',
  reads: ['architecture.configuration', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/commands/doctor.py`,
  accepts: isProgramModule(programStems.doctor),
  standing: ofProgram,
  purpose: 'Says whether the program can work here.',
  effort: 'simple',
  needs: ['diagnostics', 'models', 'output'],
  interface: 'def register(app: typer.Typer) -> None: ...\n',
  contributes: () => ({
    translations: { de },
    features: ['`doctor` says whether the program can work where it is, and what hinders it.'],
  }),
  names: programModules,
  template: 'doctor.py',
})
