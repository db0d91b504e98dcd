import { isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { ofProgram, programModules } from '../shared/program.ts'

export default artifact({
  id: 'cli-main',
  reads: ['intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isProgram,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/__main__.py`,
  standing: ofProgram,
  purpose: 'Runs the program by its module.',
  effort: 'trivial',
  needs: ['cli'],
  names: programModules,
  template: 'main.py',
})
