import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { artifact } from '../../../ports/artifact.ts'

export default artifact({
  id: 'py-typed',
  reads: ['names.package', 'structure'],
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/py.typed`,
  standing: () => ({
    template: true,
    needed: 'Without it, type checkers ignore the annotations of an installed package (PEP 561).',
  }),
  purpose: 'Tells type checkers that the package is annotated.',
  effort: 'trivial',
  needs: ['package-init'],
  template: 'py.typed',
})
