import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Mutex } from 'es-toolkit/promise/mutex'
import { changed, type Lying, look, putBack } from './lying.ts'

/** What changed in the repository while one command was at work. */
export interface Stay {
  readonly undone: Set<string>
  /** Where what lay there instead was set aside, a folder for each time. */
  readonly aside: string[]
}

/** Looks after a repository while commands are at work beside it, one or several. */
export interface Guard {
  /** A command begins. */
  readonly enter: () => Promise<Stay>
  /** It has ended: what it changed is put back first. */
  readonly leave: (stay: Stay) => Promise<void>
  /** This program's own writing, and the files that it may concern; it happens between two looks, never beside one. */
  readonly own: <T>(concerns: (path: string) => boolean, write: () => Promise<T>) => Promise<T>
}

/**
 * A guard over a repository. What it held is kept in memory from the first command that begins to the last that ends; whatever
 * differs is put back and set aside. While several are at work nobody can know which of them it was, so each of them is told.
 */
export const guardOf = (repository: string, setAside: string): Guard => {
  const turn = new Mutex()
  const inside = new Set<Stay>()
  let lying: Lying = new Map()

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    await turn.acquire()
    try {
      return await work()
    } finally {
      turn.release()
    }
  }

  const settle = async (): Promise<void> => {
    const now = await look(repository)
    if (inside.size === 0) {
      lying = now
      return
    }
    const paths = changed(lying, now)
    if (paths.length === 0) return
    const aside = join(setAside, randomBytes(16).toString('hex'))
    await putBack(repository, lying, now, paths, aside)
    for (const stay of inside) {
      for (const path of paths) stay.undone.add(path)
      stay.aside.push(aside)
    }
  }

  return {
    enter: () =>
      inTurn(async () => {
        await settle()
        const stay: Stay = { undone: new Set(), aside: [] }
        inside.add(stay)
        return stay
      }),
    leave: stay =>
      inTurn(async () => {
        await settle()
        inside.delete(stay)
      }),
    own: (concerns, write) =>
      inTurn(async () => {
        await settle()
        const value = await write()
        const now = await look(repository)
        const next = new Map(lying)
        for (const path of changed(lying, now).filter(concerns)) {
          const thing = now.get(path)
          if (thing === undefined) next.delete(path)
          else next.set(path, thing)
        }
        lying = next
        return value
      }),
  }
}
