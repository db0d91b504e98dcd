import { plain } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { readsEnvironment } from '../shared/modules.ts'

export default artifact({
  id: 'env-example',
  reads: ['architecture.configuration', 'names.package'],
  collects: ['plan.environment'],
  exists: ({ architecture }) => readsEnvironment(architecture.configuration),
  path: () => '.env.example',
  accepts: path => /^(?:config\/)?\.?env\.(example|sample|template)$/.test(path),
  standing: () => ({ template: true, needed: 'The settings read environment variables; it lists every one of them.' }),
  purpose: 'Lists every environment variable that is read.',
  effort: 'trivial',
  needs: ['config'],
  slots: ({ plan }) => ({
    variables: plan.environment.flatMap(each => [
      plain``,
      plain`# ${plain.text(each.meaning)}`,
      plain`# ${plain.text(each.type)}; by default ${plain.text(each.default)}.`,
      plain`${plain.text(each.name)}=`,
    ]),
  }),
  template: 'env',
})
