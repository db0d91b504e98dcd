import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiModules, apiStems, isApiModule, keepsDatabase } from '../shared/api.ts'
import { de } from './de.ts'

const exceptions = (pascal: string): string => `class StartupError(${pascal}Error):
    error_code: ClassVar[str]

def probe(database: Path) -> None: ...

@contextmanager
def alone(database: Path) -> Iterator[None]: ...
`

const results = `class StartupProblem:
    reason: str

def probe(database: Path) -> Result[None, StartupProblem]: ...

def alone(database: Path) -> Result[ExitStack, StartupProblem]: ...
`

export default artifact({
  id: 'startup',
  reads: ['architecture.errors', 'components', 'features.api', 'names.package', 'names.pascal', 'structure'],
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
  interface: ({ architecture, names }) => (architecture.errors === 'exceptions' ? exceptions(names.pascal) : results),
  contributes: () => ({
    translations: { de },
    features: ['One process serves a database at a time: a second one says so and ends, and a lock outlives nobody.'],
  }),
  names: apiModules,
  template: ({ architecture }) => `startup_${architecture.errors === 'exceptions' ? 'exceptions' : 'results'}.py`,
})
