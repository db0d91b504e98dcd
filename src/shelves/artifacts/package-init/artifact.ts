import type { Component } from '../../../core/design/answers/types.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import type { Export, PlanFacts } from '../../../core/design/world.ts'
import { type Escaped, py, vouched } from '../../../core/render/escaped.ts'
import { sentence, wrapped } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { offeredModules } from '../shared/offered-modules.ts'

/** One line where it fits; else the title, and the description in a paragraph. */
const docstring = (title: string, description: string): readonly Escaped[] => {
  const words = py.doc(sentence(description))
  if (words.length <= 88) return [py`"""${words}"""`]
  const paragraph = wrapped(words, 88)
  return [py`"""${py.doc(title)}.`, py``, ...paragraph.map(vouched), py`"""`]
}

/** Everything that the package offers: names from its modules, and modules as a whole. */
const offers = (components: readonly Component[], plan: Pick<PlanFacts, 'exports' | 'modules'>): readonly Export[] => [
  ...plan.exports,
  ...offeredModules(components, plan).map(each => ({ module: each.parent, names: [each.name] })),
]

const importLines = (exports: readonly Export[]): readonly Escaped[] =>
  exports
    .filter(each => each.names.length > 0)
    .map(each => py`from ${py.name(each.module)} import ${vouched(each.names.map(py.name).join(', '))}`)

export default artifact({
  id: 'package-init',
  reads: ['components', 'intake.description', 'names.package', 'names.distribution', 'names.title', 'structure'],
  collects: ['plan.exports', 'plan.modules'],
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/__init__.py`,
  standing: () => ({ template: true, needed: 'It makes the folder a package and says what users may import.' }),
  purpose: 'Says what the package offers to those who import it.',
  effort: 'simple',
  interface: ({ components, plan }) => {
    const offered = offers(components, plan)
    return [
      ...offered.map(each => `from ${each.module} import ${each.names.map(name => `${name} as ${name}`).join(', ')}`),
      '',
      `__all__ = [${[...offered.flatMap(each => each.names), '__version__'].map(name => `"${name}"`).join(', ')}]`,
      '__version__ = ...',
      '',
    ].join('\n')
  },
  slots: ({ components, intake, names, plan }) => {
    const offered = offers(components, plan)
    const all = [...offered.flatMap(each => each.names), '__version__']
    return {
      docstring: docstring(names.title, intake.description),
      imports: importLines(offered),
      all: py`__all__ = [${vouched(all.map(py.str).join(', '))}]`,
    }
  },
  template: 'init.py',
})
