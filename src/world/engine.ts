import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { valueHash } from '../base/hash.ts'

/** What of our own source a finding may follow from. */
const parts = ['base', 'core', 'ports', 'shelves/rules', 'app/linting', 'world/grammar']

/**
 * A text that changes with our version and our tools, and, where the source itself is run, with every change of it: a published program
 * lies in fewer files than these folders, and its version says all.
 */
export const sourceMark = (root: URL, released: unknown): string => {
  const folder = fileURLToPath(root)
  const marks = parts.flatMap(part => {
    let names: readonly string[]
    try {
      names = readdirSync(join(folder, part), { recursive: true, encoding: 'utf8' })
    } catch {
      // A published program has no such folder.
      return []
    }
    return names
      .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map(name => {
        const { mtimeMs, size } = statSync(join(folder, part, name))
        return `${part}/${name} ${mtimeMs} ${size}`
      })
  })
  return valueHash([released, marks.toSorted()])
}
