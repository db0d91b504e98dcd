import type { Export } from '../../../core/design/world.ts'
import { type Escaped, py, vouched } from '../../../core/render/escaped.ts'
import { sentence, wrapped } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { packageFolder } from '../shared/drawn.ts'

/** One line where it fits; else the title, and the description in a paragraph. */
const docstring = (title: string, description: string): readonly Escaped[] => {
  const words = py.doc(sentence(description))
  if (words.length <= 88) return [py`"""${words}"""`]
  const paragraph = wrapped(words, 88)
  return [py`"""${py.doc(title)}.`, py``, ...paragraph.map(vouched), py`"""`]
}

const importLines = (exports: readonly Export[]): readonly Escaped[] =>
  exports
    .filter(each => each.names.length > 0)
    .map(each => py`from ${py.name(each.module)} import ${vouched(each.names.map(py.name).join(', '))}`)

export default artifact({
  id: 'package-init',
  reads: ['intake.description', 'names.package', 'names.distribution', 'names.title', 'structure'],
  collects: ['plan.exports'],
  path: ({ names, structure }) => `${packageFolder(structure, names.package)}/__init__.py`,
  standing: () => ({ template: true, needed: 'It makes the folder a package and says what users may import.' }),
  purpose: 'Says what the package offers to those who import it.',
  effort: 'simple',
  interface: ({ plan }) =>
    [
      ...plan.exports.map(
        each => `from ${each.module} import ${each.names.map(name => `${name} as ${name}`).join(', ')}`,
      ),
      '',
      `__all__ = [${[...plan.exports.flatMap(each => each.names), '__version__'].map(name => `"${name}"`).join(', ')}]`,
      '__version__ = ...',
      '',
    ].join('\n'),
  slots: ({ intake, names, plan }) => {
    const offered = [...plan.exports.flatMap(each => each.names), '__version__']
    return {
      docstring: docstring(names.title, intake.description),
      imports: importLines(plan.exports),
      all: py`__all__ = [${vouched(offered.map(py.str).join(', '))}]`,
    }
  },
  template: 'init.py',
})
