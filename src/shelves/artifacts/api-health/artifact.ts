import { isAwaiting } from '../../../core/design/awaits.ts'
import { isServed } from '../../../core/design/served.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiFolder, apiModules, apiStems, asked, isApiModule } from '../shared/api.ts'
import { de } from './de.ts'

export default artifact({
  id: 'api-health',
  reads: ['features.api', 'intake.concurrency', 'names.package', 'structure'],
  collects: ['plan.modules'],
  exists: isServed,
  path: from => `${apiFolder(from)}/health.py`,
  accepts: isApiModule(apiStems.health),
  standing: asked,
  purpose: 'Answers whether the service lives, and whether it can work.',
  effort: 'simple',
  needs: ['api-problems'],
  interface: ({ intake }) => `class Health(BaseModel):
    status: Literal["ok"] = "ok"

${isAwaiting({ intake }) ? 'async ' : ''}def health() -> Health: ...
${isAwaiting({ intake }) ? 'async ' : ''}def ready(checks: Annotated[Mapping[str, Check], Depends(checks)]) -> Health: ...
`,
  contributes: () => ({
    translations: { de },
    features: ['`/health` answers as long as the process lives, `/ready` whether it can work and what hinders it.'],
  }),
  names: apiModules,
  template: 'health.py',
})
