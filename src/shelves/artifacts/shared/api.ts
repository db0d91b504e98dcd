import type { RepoPath } from '../../../base/repo-path.ts'
import type { Architecture, Component, Features } from '../../../core/design/answers/types.ts'
import { isServed } from '../../../core/design/served.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import type { DrawnTree } from '../../../core/design/world.ts'
import type { Standing } from '../../../ports/unit-file.ts'
import { isModule } from './drawn.ts'
import { moduleNames } from './module-names.ts'

export const isTested = ({ architecture }: { readonly architecture: Pick<Architecture, 'testing'> }): boolean =>
  architecture.testing !== 'none'

/** Whether the service keeps something in a database: a file that it must have for itself. */
export const keepsDatabase = (from: {
  readonly features: Pick<Features, 'api'>
  readonly components: readonly Pick<Component, 'kind' | 'options'>[]
}): boolean =>
  isServed(from) && from.components.some(each => each.kind === 'resource' && each.options['storage'] !== 'memory')

/** Loops of templates around what only a service with a database has, and only one without. */
export const databaseLoops = (from: Parameters<typeof keepsDatabase>[0]) => ({
  databases: keepsDatabase(from) ? [{}] : [],
  plain: keepsDatabase(from) ? [] : [{}],
})

/** The folder of the API's modules. */
export const apiFolder = (from: {
  readonly names: { readonly package: string }
  readonly structure: DrawnTree
}): string => `${packageFolder(from.structure, from.names.package)}/api`

/** Names by which a drawn tree may know the modules of the API. */
export const apiStems = {
  app: ['app', 'application', 'server', 'main'],
  problems: ['problems', 'problem_details'],
  health: ['health', 'healthcheck'],
  requests: ['requests', 'middleware'],
  startup: ['startup', 'start_up', 'probes'],
} as const

/** Whether a drawn path is one of the API's modules. */
export const isApiModule =
  (stems: readonly string[]) =>
  (path: RepoPath, { names }: { readonly names: { readonly package: string } }): boolean =>
    isModule(path, names.package, stems)

/** A drawn tree that lacks the API, which was asked for, is amended. */
export const asked = (): Standing => ({ template: true, needed: 'The HTTP API was asked for; it is a part of it.' })

/** The modules that the API is made of, by their names in templates. */
export const apiModules = moduleNames({
  my_app: 'api-app',
  my_config: 'config',
  my_errors: 'errors',
  my_main: 'main',
  my_health: 'api-health',
  my_logging: 'logging',
  my_problems: 'api-problems',
  my_requests: 'api-requests',
  my_startup: 'startup',
})
