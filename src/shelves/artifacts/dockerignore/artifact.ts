import { artifact } from '../../../ports/artifact.ts'
import { isContained } from '../shared/deployed.ts'

export default artifact({
  id: 'dockerignore',
  reads: ['features.api', 'intake.deployment'],
  exists: isContained,
  path: () => '.dockerignore',
  standing: () => ({ template: true, needed: 'Without it everything that lies around would go into the image.' }),
  purpose: 'Keeps all but the package out of the image.',
  effort: 'trivial',
  template: 'dockerignore',
})
