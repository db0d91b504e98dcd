import { relative } from 'node:path'
import { ownPath, type RepoPath, repoPath } from '../../base/repo-path.ts'
import type { ToolRun } from '../../ports/own-tool.ts'

/** A path as a tool wrote it, below the folder that it was started in; what lies elsewhere is told of the folder itself. */
export const pathBelow = (text: string, { folder }: Pick<ToolRun, 'folder'>): RepoPath => {
  const inside = text.startsWith('/') ? relative(folder, text) : text.replace(/^(?:\.\/)+/, '')
  const path = repoPath(inside.replaceAll('\\', '/'))
  return typeof path === 'string' ? path : ownPath('pyproject.toml')
}
