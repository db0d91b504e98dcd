import { pathFits } from '../../../base/glob.ts'
import { below, textsOf } from '../../python/packaging/located.ts'
import { claim, type Found } from '../claim.ts'
import { fileOf, type Project } from '../project.ts'

const tables = [
  ['uv', ['tool', 'uv', 'workspace', 'members']],
  ['rye', ['tool', 'rye', 'workspace', 'members']],
  ['hatch', ['tool', 'hatch', 'workspace', 'members']],
] as const

/** The projects that a repository says it consists of, and those that lie in it besides. */
export const detectWorkspace = (project: Project): Found => {
  const { view, members } = project
  const root = view.toml('pyproject.toml')
  const said = tables.flatMap(([name, keys]) => textsOf(below(root, ...keys)).map(each => ({ name, ...each })))
  const folders = members.filter(each => each.folder !== '')
  const fits = (pattern: string, folder: string): boolean =>
    pathFits(pattern.replace(/^\.\//, '').replace(/\/$/, ''), folder)
  return {
    claims: folders.flatMap(member => {
      const by = said.find(each => fits(each.text, member.folder))
      if (by !== undefined)
        return [claim('member', member.folder, `[tool.${by.name}.workspace] members`, 'pyproject.toml', by.line)]
      const path = ['pyproject.toml', 'setup.py', 'setup.cfg', 'manage.py', 'requirements.txt', 'Pipfile']
        .map(name => fileOf(member, name))
        .find(view.has)
      return path === undefined
        ? []
        : [claim('member', member.folder, member.packaged ? 'packaging of its own' : 'requirements of its own', path)]
    }),
    contradictions: said
      .filter(
        ({ text }) =>
          !view.paths.some(
            path => path.endsWith('/pyproject.toml') && fits(text, path.slice(0, path.lastIndexOf('/'))),
          ),
      )
      .map(({ name, text, line }) => ({
        topic: 'member',
        said: `[tool.${name}.workspace] names ${text}, and no project lies there`,
        places: [{ path: 'pyproject.toml', line }],
      })),
  }
}
