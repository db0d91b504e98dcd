import { isProgram } from '../../../core/design/purpose.ts'
import { isServed } from '../../../core/design/served.ts'
import { packageFolder } from '../../../core/design/tree/package-folder.ts'
import { baseName, folderOf } from '../../../core/design/tree/path-parts.ts'
import { py } from '../../../core/render/escaped.ts'
import { sentence } from '../../../core/render/words.ts'
import { artifact } from '../../../ports/artifact.ts'
import { inPackage, isModule } from '../shared/drawn.ts'
import { programStems } from '../shared/program.ts'

const sentences: Readonly<Record<string, string>> = {
  api: 'The HTTP API.',
  commands: 'The subcommands, each in a module of its own.',
  'api/v1': 'Version 1 of the HTTP API; a change that breaks callers begins another version.',
}

/** What a folder's package says of itself. */
const says = (folder: string, root: string, title: string): string =>
  sentences[folder.slice(root.length + 1)] ?? `The ${baseName(folder).replaceAll('_', ' ')} part of ${title}`

/** Every folder between the package and one of its modules, outermost first. */
const foldersAbove = (path: string, root: string): readonly string[] => {
  const below = folderOf(path).slice(root.length + 1)
  const parts = below === '' ? [] : below.split('/')
  return parts.map((_, index) => `${root}/${parts.slice(0, index + 1).join('/')}`)
}

export default artifact({
  id: 'subpackage-init',
  reads: ['components', 'features.api', 'intake.purpose', 'names.package', 'names.title', 'structure'],
  each: ({ components, features, intake, names, structure }) => {
    const root = packageFolder(structure, names.package)
    const served = isServed({ features }) ? [`${root}/api/v1/routes.py`] : []
    // A drawn doctor lies where it was drawn.
    const apart = structure.files.some(path => isModule(path, names.package, programStems.doctor))
    const commands = isProgram({ intake }) && !apart ? [`${root}/commands/doctor.py`] : []
    const paths = [...structure.files, ...components.flatMap(each => each.path ?? []), ...served, ...commands]
    const modules = paths.filter(path => path.endsWith('.py') && inPackage(path, names.package))
    return [...new Set(modules.flatMap(path => foldersAbove(path, root)))].toSorted()
  },
  path: ({ names, structure }) => packageFolder(structure, names.package),
  eachPath: folder => `${folder}/__init__.py`,
  exists: ({ components, features, intake, structure }) =>
    structure.drawn ||
    isServed({ features }) ||
    isProgram({ intake }) ||
    components.some(each => each.path !== undefined),
  standing: () => ({ template: true, needed: 'It makes the folder a package, so that its modules can be imported.' }),
  purpose: (_, folder) => `Makes ${folder === '' ? 'the folder' : baseName(folder)} a package.`,
  effort: 'trivial',
  needs: ['package-init'],
  slots: ({ names, structure }, folder) => ({
    docstring: py`"""${py.doc(sentence(says(folder, packageFolder(structure, names.package), names.title)))}"""`,
  }),
  template: 'init.py',
})
