import { plain } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isContained } from '../shared/deployed.ts'
import { pathsIn } from '../shared/settings.ts'

export default artifact({
  id: 'dockerfile',
  reads: [
    'architecture.configuration',
    'features.api',
    'intake.deployment',
    'names.package',
    'names.env_prefix',
    'python.versions',
  ],
  collects: ['plan.environment', 'manager'],
  exists: isContained,
  path: () => 'Dockerfile',
  standing: () => ({ template: true, needed: 'The service runs in a container.' }),
  purpose: 'Builds an image that holds the service and nothing else, and runs it without rights.',
  effort: 'moderate',
  needs: ['main'],
  slots: ({ python }) => ({ base: plain`ARG PYTHON=${plain.text(python.versions.at(-1) ?? '3.11')}` }),
  loops: ({ architecture, plan, names, manager }) => ({
    locked: manager.locked ? [{}] : [],
    unlocked: manager.locked ? [] : [{}],
    paths: pathsIn(architecture.configuration, plan.environment).map(each => ({
      names: { MY_SETTING: each.name.slice(names.env_prefix.length), my_file: each.default },
    })),
  }),
  template: 'uv.dockerfile',
})
