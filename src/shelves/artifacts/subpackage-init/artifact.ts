import { py } from '../../../core/render/escaped.ts'
import { artifact } from '../../../ports/artifact.ts'
import { baseName, folderOf, inPackage, packageFolder } from '../shared/drawn.ts'

const title = (folder: string): string => baseName(folder).replaceAll('_', ' ')

/** Every folder between the package and one of its modules, outermost first. */
const foldersAbove = (path: string, root: string): readonly string[] => {
  const below = folderOf(path).slice(root.length + 1)
  const parts = below === '' ? [] : below.split('/')
  return parts.map((_, index) => `${root}/${parts.slice(0, index + 1).join('/')}`)
}

export default artifact({
  id: 'subpackage-init',
  reads: ['components', 'names.package', 'names.title', 'structure'],
  each: ({ components, names, structure }) => {
    const root = packageFolder(structure, names.package)
    const paths = [...structure.files, ...components.flatMap(each => each.path ?? [])]
    const modules = paths.filter(path => path.endsWith('.py') && inPackage(path, names.package))
    return [...new Set(modules.flatMap(path => foldersAbove(path, root)))].toSorted()
  },
  path: ({ names, structure }) => packageFolder(structure, names.package),
  eachPath: folder => `${folder}/__init__.py`,
  exists: ({ components, structure }) => structure.drawn || components.some(each => each.path !== undefined),
  standing: () => ({ template: true, needed: 'It makes the folder a package, so that its modules can be imported.' }),
  purpose: (_, folder) => `Makes ${folder === '' ? 'the folder' : baseName(folder)} a package.`,
  effort: 'trivial',
  needs: ['package-init'],
  slots: ({ names }, folder) => ({
    docstring: py`"""${py.doc(`The ${title(folder)} part of ${names.title}`)}."""`,
  }),
  template: 'init.py',
})
