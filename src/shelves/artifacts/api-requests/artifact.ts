import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiFolder, apiModules, apiStems, asked, isApiModule } from '../shared/api.ts'
import { de } from './de.ts'

export default artifact({
  id: 'api-requests',
  reads: ['architecture.logging', 'features.api', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isServed,
  path: from => `${apiFolder(from)}/requests.py`,
  accepts: isApiModule(apiStems.requests),
  standing: asked,
  purpose: 'Gives each request an id, logs it once, and answers what nobody expected.',
  effort: 'moderate',
  needs: ['api-problems', 'logging'],
  interface: `HEADER: Final = ...

class RequestContext:
    def __init__(self, app: ASGIApp) -> None: ...
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...
`,
  contributes: () => ({
    translations: { de },
    features: ['Each request has an id, given or made, that is sent back and stands in its line of the log.'],
  }),
  names: apiModules,
  template: ({ architecture }) => `requests_${architecture.logging === 'structlog' ? 'structlog' : 'stdlib'}.py`,
})
