import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'tests-package',
  reads: ['architecture.testing', 'names.package', 'structure'],
  exists: ({ architecture, structure }) =>
    architecture.testing !== 'none' && structure.files.some(path => path === 'tests/__init__.py'),
  path: () => 'tests/__init__.py',
  standing: () => ({ template: false }),
  purpose: 'Makes the tests a package.',
  effort: 'trivial',
  template: 'init.py',
})
