import { below, textOf } from '../python/packaging/located.ts'
import type { Place } from './claim.ts'
import { fileOf, type Project } from './project.ts'

/** Where a type checker is told to be strict. */
export const typeChecking = ({
  view,
  members,
}: Project): { readonly from: string; readonly place: Place } | undefined => {
  for (const member of members) {
    const toml = fileOf(member, 'pyproject.toml')
    const inToml = [
      [below(member.pyproject, 'tool', 'mypy', 'strict'), 'true', '[tool.mypy] strict'],
      [below(member.pyproject, 'tool', 'pyright', 'typeCheckingMode'), 'strict', '[tool.pyright] typeCheckingMode'],
      [below(member.pyproject, 'tool', 'pyright', 'strict'), undefined, '[tool.pyright] strict'],
      [
        below(member.pyproject, 'tool', 'basedpyright', 'typeCheckingMode'),
        'strict',
        '[tool.basedpyright] typeCheckingMode',
      ],
    ] as const
    for (const [node, wanted, from] of inToml)
      if (node !== undefined && (wanted === undefined || textOf(node)?.toLowerCase() === wanted))
        return { from, place: { path: toml, line: node.line } }
    for (const name of ['mypy.ini', '.mypy.ini', 'setup.cfg']) {
      const path = fileOf(member, name)
      const node = below(view.ini(path), 'mypy', 'strict')
      if (node !== undefined && textOf(node)?.toLowerCase() === 'true')
        return { from: `[mypy] strict in ${name}`, place: { path, line: node.line } }
    }
  }
  return undefined
}

/** What mypy must be told to look at: nothing where its settings say it, else the packages. */
export const mypyTargets = ({ view, main }: Project): readonly string[] => {
  const tables = [
    below(main.pyproject, 'tool', 'mypy'),
    ...['mypy.ini', '.mypy.ini', 'setup.cfg'].map(name => below(view.ini(fileOf(main, name)), 'mypy')),
  ]
  if (tables.some(table => ['files', 'packages', 'modules'].some(key => below(table, key) !== undefined))) return []
  const start = main.folder === '' ? 0 : main.folder.length + 1
  return main.packages.length === 0 ? ['.'] : main.packages.map(each => each.path.slice(start))
}
