import { randomUUID } from 'node:crypto'
import { accessSync, constants, lstatSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import { KnownError } from '../../base/errors/known-error.ts'
import type { Clock } from '../../ports/clock.ts'
import { onFile } from '../system-error.ts'
import { type Holder, readHolder, removeHolder, writeHolder } from './holder.ts'
import { sqlite } from './sqlite.ts'

/** A lock that is held. */
export interface HeldLock {
  /**
   * Refuses when somebody else came to hold it: the lock file was removed under us, or the system let our lock go
   * because this process opened and closed that file elsewhere.
   */
  confirm(): void
  release(): void
}

/** How long to wait for another holder before refusing. */
export interface Patience {
  readonly milliseconds: number
}

/** Milliseconds between two looks. */
const lookEvery = 20

const resultOf = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined

/** SQLite's result codes. Source: sqlite.org/rescode.html. */
const result = { busy: 5, readOnly: 8, ioError: 10, full: 13, cannotOpen: 14 } as const

const sqliteError = (error: unknown, path: string): unknown => {
  const code = resultOf(error)
  if (code === result.full) return new KnownError('TSQ-DISK-FULL', { path })
  if (code === result.readOnly || code === result.ioError || code === result.cannotOpen)
    return new KnownError('TSQ-FILE-DENIED', { path, doing: 'locking' })
  return error
}

const lockedBy = (other: Holder | undefined): KnownError =>
  new KnownError('TSQ-RUN-LOCKED', {
    holder: other === undefined ? 'another process' : `process ${other.pid} on ${other.host}`,
    since: other?.since ?? 'a moment ago',
  })

/** One try; undefined when somebody else holds it. */
const tryOnce = (path: string): DatabaseSync | undefined => {
  // We never write into it. Anything but an empty file was put there by someone, and SQLite is not to read it.
  const there = onFile(path, 'locking', () => lstatSync(path, { throwIfNoEntry: false }))
  if (there !== undefined && (!there.isFile() || there.size > 0)) throw new KnownError('TSQ-FILE-CHANGED', { path })
  if (there === undefined) onFile(path, 'writing', () => accessSync(dirname(path), constants.W_OK))
  let database: DatabaseSync | undefined
  try {
    database = new (sqlite().DatabaseSync)(path)
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE')
    return database
  } catch (error) {
    database?.close()
    if (resultOf(error) === result.busy) return undefined
    throw sqliteError(error, path)
  }
}

/**
 * Takes `<base>.lock`. The kernel excludes, through SQLite's lock on the open file: when a holder dies, however it dies,
 * its lock is gone with it. So there is no such thing as breaking a dead one's lock, and the file is never removed.
 */
export const takeLock = async (base: string, clock: Clock, patience: Patience): Promise<HeldLock> => {
  const holderPath = `${base}.holder`
  let database = tryOnce(`${base}.lock`)
  for (let waited = 0; database === undefined && waited < patience.milliseconds; waited += lookEvery) {
    await pause(lookEvery)
    database = tryOnce(`${base}.lock`)
  }
  if (database === undefined) throw lockedBy(readHolder(holderPath))
  const held = database
  const me: Holder = { nonce: randomUUID(), pid: process.pid, host: hostname(), since: clock.now().toISOString() }
  try {
    writeHolder(holderPath, me)
  } catch (error) {
    held.close()
    throw error
  }
  const stillHeld = (): boolean => held.isOpen && readHolder(holderPath)?.nonce === me.nonce
  return {
    confirm: () => {
      if (!stillHeld()) throw lockedBy(readHolder(holderPath))
    },
    release: () => {
      if (!held.isOpen) return
      try {
        if (stillHeld()) removeHolder(holderPath)
      } finally {
        held.close()
      }
    },
  }
}
