import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isApiModule, keepsDatabase } from '../shared/api.ts'
import { de } from './de.ts'

export default artifact({
  id: 'startup',
  reads: ['components', 'features.api', 'names.package', 'names.pascal', 'structure'],
  collects: ['plan.modules'],
  exists: keepsDatabase,
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/startup.py`,
  accepts: isApiModule(apiStems.startup),
  standing: () => ({
    template: true,
    needed: 'Before the service starts, it looks whether its database can be kept there, and by it alone.',
  }),
  purpose: 'Looks for what hinders the service before it starts, and keeps a second one from its data.',
  effort: 'moderate',
  needs: ['errors'],
  interface: ({ names }) => `class StartupError(${names.pascal}Error):
    error_code: ClassVar[str]

def probe(database: Path) -> None: ...

@contextmanager
def alone(database: Path) -> Iterator[None]: ...
`,
  contributes: () => ({
    translations: { de },
    features: ['One process serves a database at a time: a second one says so and ends, and a lock outlives nobody.'],
  }),
  names: apiModules,
  template: 'startup.py',
})
