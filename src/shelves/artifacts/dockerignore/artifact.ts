import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'
import { isContained } from '../shared/deployed.ts'

export default artifact({
  id: 'dockerignore',
  reads: ['features.api', 'intake.deployment', 'names.package', 'structure'],
  exists: isContained,
  path: () => '.dockerignore',
  standing: () => ({ template: true, needed: 'Without it everything that lies around would go into the image.' }),
  purpose: 'Keeps all but the package out of the image.',
  effort: 'trivial',
  names: ({ names, structure }) => ({ my_folder: packageFolder(structure, names.package).split('/')[0] ?? '' }),
  template: 'dockerignore',
})
