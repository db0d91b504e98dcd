import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { programModules, takesNumbers } from '../shared/program.ts'

export default artifact({
  id: 'program',
  reads: ['architecture.configuration', 'architecture.logging', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules', 'plan.subcommands'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/program.py`,
  purpose: 'Says how every subcommand begins.',
  effort: 'simple',
  needs: ['config', 'errors', 'logging', 'models'],
  interface: 'def begin(context: typer.Context) -> Settings: ...\n',
  names: programModules,
  loops: ({ plan }) => ({ floats: takesNumbers(plan) ? [{}] : [] }),
  template: 'program.py',
})
