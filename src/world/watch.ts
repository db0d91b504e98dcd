import { watch } from 'node:fs/promises'
import type { Watch } from '../ports/watch.ts'

/** Editors write a file in several steps, and save several files at once. */
const rest = 120

/** Changes as the system tells of them. Source: nodejs.org, `fsPromises.watch` (recursive on Linux from Node 20 on). */
export const realWatch: Watch = async function* (folder) {
  const events = watch(folder, { recursive: true })[Symbol.asyncIterator]()
  let next = events.next()
  for (;;) {
    const first = await next
    if (first.done === true) return
    const names = [first.value.filename ?? '']
    for (;;) {
      next = events.next()
      const quiet = new Promise<undefined>(resolve => setTimeout(resolve, rest, undefined))
      const more = await Promise.race([next, quiet])
      if (more === undefined) break
      if (more.done === true) return
      names.push(more.value.filename ?? '')
    }
    yield* [...new Set(names)].slice(0, 1)
  }
}
