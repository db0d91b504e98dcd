import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { execa } from 'execa'
import { expect, test } from 'vitest'
import type { RunId } from '../../src/base/brand.ts'
import { verify } from '../../src/core/journal/chain.ts'
import { create } from '../../src/core/workflow/create/machine.ts'
import type { CreateAt, CreateEvent } from '../../src/core/workflow/create/types.ts'
import { command, journalOf, must, type Scratch, sampleText, scratch } from './product.ts'
import { clean, leftBehind } from './resume.ts'

/** An event of a run's history, and the stage that it happened in. */
export interface Happened {
  readonly seq: number
  readonly stage: CreateAt
  readonly what: string
}

const proved = (path: string) => {
  const bytes = readFileSync(path)
  const verified = verify(bytes, basename(path, '.jsonl') as RunId, 1)
  if (verified.kind !== 'verified') throw new Error(`the journal is ${verified.kind}`)
  return { events: verified.events, whole: bytes.subarray(0, verified.end) }
}

/** The whole appends of the one run below a folder, in its draft or already in its repository. */
const acknowledgedIn = (root: string): Buffer =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter(each => /create-[^/]*\.jsonl$/.test(each))
    .map(each => proved(join(root, each)).whole)
    .toSorted((a, b) => b.length - a.length)[0] ?? Buffer.alloc(0)

/** The history of the run in a repository, each event with the stage that it happened in. */
export const historyOf = (folder: string): readonly Happened[] => {
  let state = create.initial
  return proved(journalOf(folder)).events.map(stored => {
    const event = stored.event as CreateEvent
    const stage = state.at
    state = create.apply(state, event)
    const task = event.type === 'task' ? ` ${event.task} ${event.event.type}` : ''
    return { seq: stored.seq, stage, what: `${event.type}${task}` }
  })
}

/** Where within the append of an event the process is killed. */
export const moments = ['before', 'torn', 'written', 'flushed'] as const
/** An event at which a process is killed. */
export interface Kill extends Happened {
  readonly moment: (typeof moments)[number]
}

/** Starts a command whose process kills itself, hard, at an event of the journal. */
export const endedAt = (place: Scratch, line: readonly string[], { seq, moment }: Pick<Kill, 'seq' | 'moment'>) => {
  const [program, all] = command(line)
  return execa(program, all, {
    cwd: place.root,
    env: {
      ...place.env,
      NODE_OPTIONS: `--import ${join(import.meta.dirname, 'kill-at.ts')}`,
      TSQ_KILL_AT: `${seq}:${moment}`,
    },
    reject: false,
    stdio: 'ignore',
  })
}

/** Kills a run at each event; the same command must finish it to the files of a run that nobody disturbed. */
export const provesKills = (kills: readonly Kill[], files: ReadonlyMap<string, string>): void => {
  test.each(kills)('$stage: event $seq, $what, $moment', async ({ seq, moment }) => {
    const killed = scratch()
    const folder = killed.path('guard')
    const line = ['new', '--embedded', '--out', folder, '--answers', killed.write('a.yaml', sampleText('schema-guard'))]
    const ended = await endedAt(killed, line, { seq, moment })
    expect(ended.signal).toBe('SIGKILL')
    const acknowledged = acknowledgedIn(killed.root)
    // Whatever was left, every command still understands it.
    mkdirSync(folder, { recursive: true })
    expect(await killed.tsq(['--in', folder, 'status'])).toMatchObject({ exit: 0, stderr: '' })
    must(await killed.tsq(line), 0)
    expect(await leftBehind(killed, [seq])).toEqual(clean(files, [seq]))
    // What was on the disk is how the history begins still: nothing of it was lost or written anew.
    const finished = readFileSync(journalOf(folder))
    expect(finished.subarray(0, acknowledged.length)).toEqual(acknowledged)
    expect(acknowledged.length > 0).toBe(seq > 1 || moment === 'written' || moment === 'flushed')
    killed.remove()
  })
}
