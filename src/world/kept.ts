import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Kept } from '../ports/kept.ts'
import { sqlite } from './journal/sqlite.ts'

/** What nobody has worked out anew for so long is of a file that is gone. */
const longest = 30 * 24 * 3600

const nothing: Kept = { find: () => new Map(), keep: () => undefined, close: () => undefined }

const opened = (file: string): Kept => {
  mkdirSync(dirname(file), { recursive: true })
  const { DatabaseSync } = sqlite()
  const database = new DatabaseSync(file, { timeout: 2000 })
  // It can be made again: nobody waits for the disk, and a reader never waits for a writer.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF')
  database.exec(
    'CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID',
  )
  const one = database.prepare('SELECT value FROM kept WHERE key = ?')
  return {
    find: keys => {
      const found = new Map<string, string>()
      for (const key of keys) {
        const value = one.get(key)?.['value']
        if (typeof value === 'string') found.set(key, value)
      }
      return found
    },
    keep: entries => {
      const now = Math.floor(Date.now() / 1000)
      database.exec('BEGIN IMMEDIATE')
      const write = database.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)')
      for (const [key, value] of entries) write.run(key, value, now)
      database.prepare('DELETE FROM kept WHERE at < ?').run(now - longest)
      database.exec('COMMIT')
    },
    close: () => database.close(),
  }
}

/**
 * Results in a file of the user's cache. A cache that cannot be opened or was damaged is one that holds nothing: `told` says so once, and
 * the work is done.
 */
export const keptIn = (file: string, told: (reason: string) => void): Kept => {
  const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
  let kept: Kept
  try {
    kept = opened(file)
  } catch (error) {
    told(reason(error))
    return nothing
  }
  const safely = <T>(work: () => T, otherwise: T): T => {
    try {
      return work()
    } catch (error) {
      told(reason(error))
      kept = nothing
      return otherwise
    }
  }
  return {
    find: keys => safely(() => kept.find(keys), new Map()),
    keep: entries => safely(() => kept.keep(entries), undefined),
    close: () => safely(() => kept.close(), undefined),
  }
}
