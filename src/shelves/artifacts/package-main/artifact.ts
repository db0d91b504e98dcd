import { isLongTerm, isProgram } from '../../../core/design/purpose.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { programModules } from '../shared/program.ts'
import { de } from './de.ts'

export default artifact({
  id: 'package-main',
  reads: ['architecture.configuration', 'intake.maturity', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: from => isLongTerm(from) && !isProgram(from),
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/__main__.py`,
  purpose: 'Says which version this is, and what hinders it here.',
  effort: 'simple',
  needs: ['diagnostics'],
  interface: 'def main(arguments: Sequence[str] | None = None) -> None: ...\n',
  contributes: ({ names }) => ({
    translations: { de },
    checks: [{ does: 'Self-diagnosis', command: `python -m ${names.package}` }],
    features: [
      `\`python -m ${names.package}\` says which version is installed and what hinders it there: the beginning of every report of a fault.`,
    ],
  }),
  names: programModules,
  template: 'package_main.py',
})
