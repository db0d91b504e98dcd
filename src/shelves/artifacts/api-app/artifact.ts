import { isServed } from '../../../core/design/served.ts'
import { spoken } from '../../../core/render/long-text.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { apiFolder, apiModules, apiStems, asked, isApiModule } from '../shared/api.ts'
import { de } from './de.ts'

const parentOf = (module = ''): string => module.slice(0, module.lastIndexOf('.'))
const nameOf = (module = ''): string => module.slice(module.lastIndexOf('.') + 1)

export default artifact({
  id: 'api-app',
  reads: ['architecture.errors', 'features.api', 'intake.concurrency', 'intake.description', 'names', 'structure'],
  collects: ['plan.modules', 'plan.served'],
  exists: isServed,
  path: from => `${apiFolder(from)}/app.py`,
  accepts: isApiModule(apiStems.app),
  standing: asked,
  purpose: 'Puts the application together.',
  effort: 'moderate',
  needs: ['api-problems', 'api-requests', 'api-health', 'config', 'errors'],
  interface: 'def create_app(settings: Settings | None = None) -> FastAPI: ...\n',
  contributes: () => ({
    translations: { de },
    features: [
      'The API is versioned by its path, described by OpenAPI, and made by a factory, so that tests start their own.',
    ],
  }),
  names: apiModules,
  slots: ({ intake }) => ({ description: spoken('description', sentence(intake.description), 77) }),
  loops: ({ plan }) => {
    const named = (each: (typeof plan.served)[number]) => ({
      names: {
        my_component: each.component,
        MyComponent: each.pascal,
        my_components: each.plural,
        'my_package.my_version': parentOf(plan.modules[`${each.component}.routes`]),
        my_routes: nameOf(plan.modules[`${each.component}.routes`]),
        'my_package.my_component': plan.modules[`${each.component}.source`] ?? '',
        'my_package.my_component_storage': plan.modules[`${each.component}.storage`] ?? '',
      },
    })
    const databases = plan.served.filter(each => each.storage === 'sqlite').map(named)
    const memories = plan.served.filter(each => each.storage === 'memory').map(named)
    return {
      resources: plan.served.map(named),
      databases,
      memories,
      // Ruff counts the loops of a function: many resources share one.
      few: plan.served.length > 1 ? [] : [{}],
      many: plan.served.length > 1 ? [{}] : [],
      serving: plan.served.length > 0 ? [{}] : [],
      stacks: databases.length > 0 ? [{}] : [],
      plain: databases.length > 0 ? [] : [{}],
    }
  },
  template: 'app.py',
})
