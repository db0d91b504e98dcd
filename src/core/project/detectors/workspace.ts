import { claim, type Found } from '../claim.ts'
import { fileOf, type Project } from '../project.ts'
import { folderOf } from '../view.ts'
import { memberBy, workspaceOf } from '../workspaces.ts'

const files = ['pyproject.toml', 'setup.py', 'setup.cfg', 'manage.py', 'requirements.txt', 'Pipfile']

/** The projects that a repository says it consists of, and those that lie in it besides. */
export const detectWorkspace = ({ view, members }: Project): Found => {
  const said = workspaceOf(view)
  const folders = view.paths.filter(path => path.endsWith('/pyproject.toml')).map(folderOf)
  return {
    claims: members
      .filter(each => each.folder !== '')
      .flatMap(member => {
        const by = memberBy(said, member.folder)
        if (by !== undefined)
          return [claim('member', member.folder, `[tool.${by.tool}.workspace] members`, 'pyproject.toml', by.line)]
        const path = files.map(name => fileOf(member, name)).find(view.has)
        const from = member.packaged ? 'packaging of its own' : 'requirements of its own'
        return path === undefined ? [] : [claim('member', member.folder, from, path)]
      }),
    contradictions: said
      .filter(each => !folders.some(folder => memberBy([each], folder)))
      .map(({ tool, pattern, line }) => ({
        topic: 'member',
        said: `[tool.${tool}.workspace] names ${pattern}, and no project lies there`,
        places: [{ path: 'pyproject.toml', line }],
      })),
  }
}
