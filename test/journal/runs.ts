import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { journalStore } from '../../src/world/journal/store.ts'
import { locationOf, type Noted, vocabulary } from './place.ts'

export const newRoot = (): string => mkdtempSync(join(tmpdir(), 'tsq-journal-'))
export const store = journalStore<Noted>({
  clock: { now: () => new Date() },
  vocabulary,
  patience: { milliseconds: 2000 },
})

/** A child's words so far, and how it ended. */
export interface Told {
  readonly lines: string[]
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** Starts a script of this folder; `before` is a program that runs it: `strace …`, `bash -c …`. */
export const start = (script: string, args: readonly string[], before: readonly string[] = [], uid?: number): Told => {
  const [program = '', ...rest] = [...before, process.execPath, here(script), ...args]
  const child = spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], ...(uid !== undefined && { uid, gid: uid }) })
  const lines: string[] = []
  let unfinished = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (unfinished + text).split('\n')
    unfinished = parts.pop() ?? ''
    lines.push(...parts)
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  return { lines, child, ended: once(child, 'close').then(([code]) => ({ code, errors })) }
}

const saying = (lines: readonly string[], word: string): string[] =>
  lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1))

/** The promise of Q-07, and that the run can be gone on with. */
export const expectNothingLost = async (root: string, lines: readonly string[]): Promise<void> => {
  const journal = await store.open(locationOf(root))
  const replayed = journal.events.map(stored => stored.event.text)
  expect(replayed.slice(0, saying(lines, 'kept').length)).toEqual(saying(lines, 'kept'))
  expect(saying(lines, 'tried').slice(0, replayed.length)).toEqual(replayed)
  await journal.append(replayed.length, [{ type: 'noted', text: 'after' }])
  await journal.close()
  expect((await store.read(locationOf(root))).events.map(stored => stored.event.text)).toEqual([...replayed, 'after'])
}
