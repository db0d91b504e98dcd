import type { PlannedFile } from '../../../core/design/world.ts'

interface Folder {
  readonly folders: Map<string, Folder>
  readonly files: Map<string, string>
}

const emptyFolder = (): Folder => ({ folders: new Map(), files: new Map() })

const grown = (files: readonly PlannedFile[]): Folder => {
  const top = emptyFolder()
  for (const file of files) {
    const parts = file.path.split('/')
    const name = parts.pop() ?? ''
    let folder = top
    for (const part of parts) {
      const next = folder.folders.get(part) ?? emptyFolder()
      folder.folders.set(part, next)
      folder = next
    }
    folder.files.set(name, file.purpose)
  }
  return top
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)

const rows = (folder: Folder, indent: string): readonly (readonly [string, string])[] => {
  const entries = [
    ...[...folder.folders].toSorted(byName).map(([name, inner]) => ({ name: `${name}/`, says: '', inner })),
    ...[...folder.files].toSorted(byName).map(([name, says]) => ({ name, says, inner: undefined })),
  ]
  return entries.flatMap((entry, index) => {
    const last = index === entries.length - 1
    const row = [`${indent}${last ? '└── ' : '├── '}${entry.name}`, entry.says] as const
    return entry.inner ? [row, ...rows(entry.inner, `${indent}${last ? '    ' : '│   '}`)] : [row]
  })
}

/** The repository as a drawing, each file with its purpose beside it. */
export const treeLines = (repository: string, files: readonly PlannedFile[]): readonly string[] => {
  const all = rows(grown(files), '')
  const width = Math.max(0, ...all.map(([drawn]) => drawn.length))
  return [`${repository}/`, ...all.map(([drawn, says]) => (says === '' ? drawn : `${drawn.padEnd(width)}  ${says}`))]
}
