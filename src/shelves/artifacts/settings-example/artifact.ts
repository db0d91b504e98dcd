import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { fileKeys, readsFile } from '../shared/modules.ts'

export default artifact({
  id: 'settings-example',
  reads: ['architecture.configuration', 'architecture.logging', 'intake.purpose', 'names.package', 'structure'],
  collects: ['plan.environment'],
  exists: ({ architecture }) => readsFile(architecture.configuration),
  path: () => 'settings.example.toml',
  accepts: path => /(^|\/)(settings|config)\.(example|sample)\.toml$/.test(path),
  purpose: 'Shows a settings file with every key at its default.',
  effort: 'trivial',
  needs: ['config'],
  compose: from => {
    const keys = fileKeys(from, from.plan.environment)
    return {
      format: 'toml',
      // An address has no default: an empty one counts as not set.
      value: Object.fromEntries(keys.map(each => [each.field, each.kind === 'address' ? '' : each.default])),
      notes: Object.fromEntries(keys.map(each => [each.field, `${each.meaning} ${sentence(each.type)}`])),
    }
  },
})
