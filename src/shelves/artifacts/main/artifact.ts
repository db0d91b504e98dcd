import { isServed } from '../../../core/design/served.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, databaseLoops } from '../shared/api.ts'

export default artifact({
  id: 'main',
  reads: ['architecture.errors', 'components', 'features.api', 'names.package', 'names.distribution', 'structure'],
  collects: ['plan.modules'],
  exists: isServed,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/__main__.py`,
  standing: ({ names }) => ({
    template: true,
    needed: `\`python -m ${names.package}\` and the program run the service from it.`,
  }),
  purpose: 'Runs the service.',
  effort: 'simple',
  needs: ['api-app', 'config', 'errors', 'logging', 'startup'],
  interface: 'def main(arguments: Sequence[str] | None = None) -> None: ...\n',
  contributes: () => ({ requirements: ['uvicorn'] }),
  names: apiModules,
  loops: databaseLoops,
  template: 'main.py',
})
