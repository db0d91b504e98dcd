import { Buffer } from 'node:buffer'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { Mutex } from 'es-toolkit/promise/mutex'
import type { RepoPath } from '../../base/repo-path.ts'
import type { OwnWrite } from '../../ports/workshop.ts'
import { changed, type Lying, look, putBack, type Thing } from './lying.ts'

/** What changed in the repository while one command was at work. */
export interface Stay {
  /** What it is at work on. */
  readonly file: RepoPath
  readonly undone: Set<string>
  /** Where what lay there instead was set aside, a folder for each time. */
  readonly aside: string[]
  /** Others were at work at that moment too: which of them it was cannot be known. */
  shared: boolean
}

/** Tells the next start who is at work, and what lay there before; nobody, once all that changed was put back. */
export type Sign = (at: readonly RepoPath[], lying: Lying) => Promise<void>

const noSign: Sign = () => Promise.resolve()

/** Looks after a repository while commands are at work beside it, one or several. */
export interface Guard {
  /** A command begins. */
  readonly enter: (file: RepoPath) => Promise<Stay>
  /** It has ended: what it changed is put back first. */
  readonly leave: (stay: Stay) => Promise<void>
  /** This program's own writing, which answers exactly what it wrote: whatever else differs afterwards is put back. */
  readonly own: (write: () => Promise<readonly OwnWrite[]>) => Promise<void>
}

const written = (before: Thing | undefined, { text, appended }: OwnWrite): Thing => {
  const was = before?.is === 'file' ? before : undefined
  const bytes = Buffer.from(text)
  return {
    is: 'file',
    bytes: appended && was !== undefined ? Buffer.concat([was.bytes, bytes]) : bytes,
    mode: was?.mode ?? 0o100644,
  }
}

/** How often a command may come between before the writing is given up. */
const mostTries = 3

/**
 * A guard over a repository. What it held is kept in memory from the first command that begins to the last that ends; whatever
 * differs is put back and set aside. What lies on the disk teaches it nothing while a command is at work.
 */
export const guardOf = (repository: string, setAside: string, sign: Sign = noSign): Guard => {
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

  /** Answers whether anything had to be put back. */
  const settle = async (): Promise<boolean> => {
    // Between commands the repository is the person's: nothing is compared, and nothing read for it.
    if (inside.size === 0) return false
    const now = await look(repository)
    const paths = changed(lying, now)
    if (paths.length === 0) return false
    const aside = join(setAside, randomBytes(16).toString('hex'))
    await putBack(repository, lying, now, paths, aside)
    for (const stay of inside) {
      for (const path of paths) stay.undone.add(path)
      stay.aside.push(aside)
      stay.shared ||= inside.size > 1
    }
    return true
  }

  return {
    enter: file =>
      inTurn(async () => {
        if (inside.size === 0) lying = await look(repository)
        else await settle()
        const stay: Stay = { file, undone: new Set(), aside: [], shared: false }
        await sign(
          [...inside, stay].map(each => each.file),
          lying,
        )
        inside.add(stay)
        return stay
      }),
    leave: stay =>
      inTurn(async () => {
        await settle()
        inside.delete(stay)
        await sign(
          [...inside].map(each => each.file),
          lying,
        )
      }),
    own: write =>
      inTurn(async () => {
        for (let tries = 1; ; tries += 1) {
          await settle()
          try {
            const own = await write()
            lying = new Map([...lying, ...own.map(each => [each.path, written(lying.get(each.path), each)] as const)])
            break
          } catch (error) {
            // A command may have come between: then it is put back, and written once more.
            if (!(await settle()) || tries === mostTries) throw error
          }
        }
        await settle()
      }),
  }
}
