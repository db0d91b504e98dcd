import { below, type Located, textOf } from '../python/packaging/located.ts'
import { isSample } from './roles.ts'
import { folderOf, inFolder, type View } from './view.ts'
import { memberBy, workspaceOf } from './workspaces.ts'

/** A folder of the repository that is a project of its own, with the files that say so. */
export interface Distribution {
  /** '' is the repository itself. */
  readonly folder: string
  readonly name?: string
  readonly pyproject?: Located
  readonly setupCfg?: Located
  readonly setupPy?: Located
  /** It is packaged; otherwise it is a folder with sources that is run from where it lies. */
  readonly packaged: boolean
}

const names = ['pyproject.toml', 'setup.py', 'setup.cfg'] as const

const isPackaging = (pyproject: Located | undefined): boolean =>
  ['project', 'build-system'].some(key => below(pyproject, key) !== undefined) ||
  ['poetry', 'flit'].some(key => below(pyproject, 'tool', key) !== undefined)

/** The files of a folder that tell of a project. */
export const distributionAt = (view: View, folder: string): Distribution => {
  const pyproject = view.toml(inFolder(folder, 'pyproject.toml'))
  const setupCfg = view.ini(inFolder(folder, 'setup.cfg'))
  const setupPy = view.setups.get(inFolder(folder, 'setup.py'))?.root
  const name =
    textOf(below(pyproject, 'project', 'name')) ??
    textOf(below(pyproject, 'tool', 'poetry', 'name')) ??
    textOf(below(pyproject, 'tool', 'flit', 'metadata', 'dist-name')) ??
    textOf(below(pyproject, 'tool', 'flit', 'metadata', 'module')) ??
    textOf(below(setupCfg, 'metadata', 'name')) ??
    textOf(below(setupPy, 'name'))
  return {
    folder,
    ...(name !== undefined && name !== '' && { name: name.split('\n')[0] ?? name }),
    ...(pyproject && { pyproject }),
    ...(setupCfg && { setupCfg }),
    ...(setupPy && { setupPy }),
    packaged: isPackaging(pyproject) || setupPy !== undefined || below(setupCfg, 'metadata', 'name') !== undefined,
  }
}

/** Folders that hold what an application needs, and no packaging. */
const unpackaged = /^(?:requirements[\w.-]*\.txt|Pipfile|manage\.py|environment\.ya?ml|pixi\.toml)$/

const mayBe = (view: View): readonly string[] => {
  const folders = new Set<string>()
  const workspace = workspaceOf(view)
  for (const path of view.paths) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    const folder = folderOf(path)
    // What a workspace names is a project of its own, whatever its folder is called.
    if (isSample(folder) && memberBy(workspace, folder) === undefined) continue
    if ((names as readonly string[]).includes(name)) folders.add(folder)
  }
  return [...folders].toSorted()
}

/** The first folders, from the top, whose files say what an application there needs. */
const applications = (view: View): readonly string[] => {
  const found = new Set<string>()
  for (const path of view.paths) {
    const folder = folderOf(path)
    if (!isSample(folder) && unpackaged.test(path.slice(path.lastIndexOf('/') + 1))) found.add(folder)
  }
  const all = [...found].toSorted()
  return all.filter(each => !all.some(other => other !== each && (other === '' || each.startsWith(`${other}/`))))
}

/**
 * Every project of the repository, the one at the top first. A repository where nothing is packaged is one application, or as many as
 * its folders with requirements say.
 */
export const distributionsOf = (view: View): readonly [Distribution, ...Distribution[]] => {
  const packaged = mayBe(view)
    .map(folder => distributionAt(view, folder))
    .filter(each => each.packaged)
  const [first, ...more] = packaged
  if (first !== undefined) return [first, ...more]
  const [folder = '', ...others] = applications(view)
  const unpacked = (at: string): Distribution => ({ ...distributionAt(view, at), packaged: false })
  return [unpacked(folder), ...others.map(unpacked)]
}
