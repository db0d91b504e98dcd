import { artifact } from '../../../ports/artifact.ts'
import { readsFile, settingsFields } from '../shared/modules.ts'

export default artifact({
  id: 'settings-example',
  reads: ['architecture.configuration', 'architecture.logging', 'intake.purpose', 'names.package', 'structure'],
  exists: ({ architecture }) => readsFile(architecture.configuration),
  path: () => 'settings.example.toml',
  accepts: path => /(^|\/)(settings|config)\.(example|sample)\.toml$/.test(path),
  purpose: 'Shows a settings file with every key at its default.',
  effort: 'trivial',
  needs: ['config'],
  compose: from => ({
    format: 'toml',
    value: Object.fromEntries(settingsFields(from).map(each => [each.field, each.default])),
    notes: Object.fromEntries(settingsFields(from).map(each => [each.field, `${each.meaning} ${each.type}.`])),
  }),
})
