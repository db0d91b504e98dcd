import { md, vouched } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { hasDocs } from '../shared/docs.ts'

export default artifact({
  id: 'docs-reference',
  reads: ['features.docs', 'features.docs_contents', 'names.package'],
  collects: ['plan.modules'],
  exists: from => hasDocs(from) && from.features.docs_contents.includes('api-reference'),
  path: () => 'docs/reference.md',
  standing: () => ({ template: true, needed: 'The documentation was to hold a reference.' }),
  purpose: 'Shows every public module, from its docstrings.',
  effort: 'simple',
  slots: ({ names, plan }) => ({
    modules: [...new Set(Object.values(plan.modules))]
      .filter(each => each !== names.package && !/\.(?:__main__|test_\w+)$/.test(each))
      .toSorted()
      .flatMap((each, index) => [
        ...(index === 0 ? [] : [md``]),
        md`## ${md.code(each)}`,
        md``,
        vouched(`::: ${each}`),
      ]),
  }),
  template: 'reference.md',
})
