import { isProgram } from '../../../core/design/purpose.ts'
import { artifact } from '../../../ports/artifact.ts'
import { ofProgram, programModules, programPath } from '../shared/program.ts'

export default artifact({
  id: 'utils',
  reads: ['intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isProgram,
  path: programPath('utils'),
  standing: ofProgram,
  purpose: 'Writes values so that no terminal obeys them, wherever they are shown.',
  effort: 'simple',
  needs: ['models'],
  interface: 'def printable(value: Value) -> str: ...\n',
  names: programModules,
  template: 'utils.py',
})
