import { pathFits } from '../../base/glob.ts'
import { below, textsOf } from '../python/packaging/located.ts'
import type { View } from './view.ts'

/** A pattern by which a repository names the projects that it consists of. */
export interface Members {
  readonly tool: string
  readonly pattern: string
  readonly line: number
}

const tables = [
  ['uv', ['tool', 'uv', 'workspace', 'members']],
  ['rye', ['tool', 'rye', 'workspace', 'members']],
  ['hatch', ['tool', 'hatch', 'workspace', 'members']],
] as const

/** The patterns in the pyproject.toml at the top. */
export const workspaceOf = (view: View): readonly Members[] => {
  const root = view.toml('pyproject.toml')
  return tables.flatMap(([tool, keys]) =>
    textsOf(below(root, ...keys)).map(({ text, line }) => ({
      tool,
      pattern: text.replace(/^\.\//, '').replace(/\/$/, ''),
      line,
    })),
  )
}

/** Whether one of them means a folder. */
export const memberBy = (members: readonly Members[], folder: string): Members | undefined =>
  members.find(each => pathFits(each.pattern, folder))
