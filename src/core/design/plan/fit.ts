import { neverOwn } from '../../../base/own-files.ts'
import { isRefusal, type Refusal, refusal } from '../../../base/refusal.ts'
import { repoPath } from '../../../base/repo-path.ts'
import type { PlanEdits } from './edits.ts'

/** The files that edits add and those before did not. */
export const freshIn = (edits: PlanEdits, before: PlanEdits): readonly string[] => {
  const known = new Set(before.add?.map(each => each.path))
  return (edits.add ?? []).map(each => each.path).filter(path => !known.has(path))
}

/** A file that could not lie where another one does: one of the two would have to be a folder. */
const inTheWay = (path: string, paths: readonly string[]): Refusal | undefined => {
  const own = path.toLowerCase()
  const above = paths.find(each => own.startsWith(`${each.toLowerCase()}/`))
  const below = paths.find(each => each.toLowerCase().startsWith(`${own}/`))
  if (above === undefined && below === undefined) return undefined
  return refusal('TSQ-PLAN-EDIT', {
    path,
    reason:
      above === undefined
        ? `It is the folder in which ${below} lies.`
        : `${above} is a file, and nothing lies below it.`,
    todo: 'Give the new file another path.',
  })
}

/**
 * A file that is added now where none can ever be: in a folder that nothing checks, in a place that is Trysquare's own or one
 * machine's, or below another file. Looked at when edits are made, not when they are read again: older runs keep what they have.
 */
export const unfitIn = (edits: PlanEdits, before: PlanEdits, paths: readonly string[]): Refusal | undefined => {
  const fresh = freshIn(edits, before)
  const all = [...paths, ...fresh]
  for (const text of fresh) {
    const path = repoPath(text)
    if (isRefusal(path)) return path
    const reason = neverOwn(path)
    if (reason !== undefined) return refusal('TSQ-PATH', { path, reason })
    const other = inTheWay(path, all)
    if (other !== undefined) return other
  }
  return undefined
}
