import type { RepoPath } from '../../../base/repo-path.ts'

interface Node {
  readonly name: string
  readonly children: Map<string, Node>
  readonly path?: RepoPath
}

const grow = (paths: readonly RepoPath[]): Node => {
  const root: Node = { name: '', children: new Map() }
  for (const path of paths) {
    let at = root
    const parts = path.split('/')
    parts.forEach((name, index) => {
      const next = at.children.get(name) ?? { name, children: new Map(), ...(index === parts.length - 1 && { path }) }
      at.children.set(name, next)
      at = next
    })
  }
  return root
}

/** Folders first, then by name: the same tree is always drawn the same way. */
const ordered = (node: Node): readonly Node[] =>
  [...node.children.values()].toSorted(
    (a, b) => Number(b.children.size > 0) - Number(a.children.size > 0) || (a.name < b.name ? -1 : 1),
  )

const branches = (node: Node, indent: string): readonly { readonly text: string; readonly path?: RepoPath }[] =>
  ordered(node).flatMap((child, index, all) => {
    const last = index === all.length - 1
    const folder = child.children.size > 0
    return [
      {
        text: `${indent}${last ? '└── ' : '├── '}${child.name}${folder ? '/' : ''}`,
        ...(child.path !== undefined && { path: child.path }),
      },
      ...branches(child, `${indent}${last ? '    ' : '│   '}`),
    ]
  })

/** Draws a tree; `note` may add a word to a file, set off by two spaces and a number sign. */
export const drawTree = (
  root: string,
  paths: readonly RepoPath[],
  note: (path: RepoPath) => string | undefined = () => undefined,
): readonly string[] => {
  const lines = branches(grow(paths), '')
  const width = Math.max(
    0,
    ...lines.filter(line => line.path !== undefined && note(line.path) !== undefined).map(line => line.text.length),
  )
  return [
    `${root}/`,
    ...lines.map(line => {
      const word = line.path === undefined ? undefined : note(line.path)
      return word === undefined ? line.text : `${line.text.padEnd(width)}  # ${word}`
    }),
  ]
}
