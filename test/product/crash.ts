import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { contentHash } from '../../src/base/hash.ts'
import { markLength } from '../../src/core/journal/memory.ts'
import { command, journalOf, must, type Scratch, sampleText, scratch, tracked } from './product.ts'
import { clean, leftBehind } from './resume.ts'

/** Whether faults can be put into the system's calls here. */
export const canInject = spawnSync('strace', ['-V']).status === 0

/** What happens to a write or a flush of the journal, or of what this machine remembers of it. */
export const faults = [
  'write:signal=KILL',
  'fsync:signal=KILL',
  'write:error=ENOSPC',
  'write:error=EIO',
  'fsync:error=EIO',
] as const
export type Fault = (typeof faults)[number]

const id = 'create-2026-11-21-101112-5eed5eed'
/** The design says its day, so that the run's number does not depend on today's. */
const answers = `date: 2026-11-21\n${sampleText('schema-guard')}`

const setUp = (args: readonly string[]) => {
  const place = scratch()
  const folder = place.path('guard')
  const state = place.path('state', 'trysquare')
  return {
    place,
    folder,
    line: ['new', ...args, '--out', folder, '--answers', place.write('a.yaml', answers)],
    draft: join(state, 'drafts', contentHash(folder).slice(0, 16), 'runs', `${id}.jsonl`),
    settled: join(folder, '.trysquare', 'runs', `${id}.jsonl`),
    memory: join(state, 'heads', id),
  }
}
type SetUp = ReturnType<typeof setUp>

const pinned = { NODE_OPTIONS: `--import ${join(import.meta.dirname, 'pinned.ts')}` }

const start = (here: SetUp, before: readonly string[] = []) => {
  const [program, all] = command(here.line)
  const [first = program, ...rest] = [...before, program, ...all]
  return here.place.run(first, rest, here.place.root, pinned)
}

/** The bytes of a history's whole lines, in its draft or already in its repository. */
const history = (here: SetUp): Buffer => {
  const path = [here.settled, here.draft].find(existsSync)
  const bytes = path === undefined ? Buffer.alloc(0) : readFileSync(path)
  return bytes.subarray(0, bytes.lastIndexOf('\n') + 1)
}

const lines = (bytes: Uint8Array): number => bytes.reduce((count, byte) => count + (byte === 10 ? 1 : 0), 0)

/** How a run looks that nothing disturbed: its files, and the history that every disturbed one begins with. */
export interface Whole {
  readonly args: readonly string[]
  readonly files: ReadonlyMap<string, string>
  readonly journal: Buffer
}

export const wholeRun = async (args: readonly string[]): Promise<Whole> => {
  const here = setUp(args)
  must(await start(here), 0)
  const whole = { args, files: await tracked(here.place, here.folder), journal: readFileSync(journalOf(here.folder)) }
  here.place.remove()
  return whole
}

/** What came of one injected fault. */
export interface Crash {
  readonly injected: boolean
  /** Events that were remembered as kept, and are not in the history. */
  readonly lost: number
  readonly complaints: readonly string[]
}

const resumed = async (place: Scratch, whole: Whole): Promise<boolean> =>
  JSON.stringify(await leftBehind(place, [])) === JSON.stringify(clean(whole.files, []))

/**
 * Runs `new` with a fault at the n-th write or flush of its history, then once more without: acknowledged ⊆ replayed ⊆ attempted,
 * and the repository is that of an undisturbed run, byte for byte.
 */
export const crashAt = async (
  whole: Whole,
  fault: Fault,
  n: number,
  of: 'history' | 'any file' = 'history',
): Promise<Crash> => {
  const here = setUp(whole.args)
  const [call = ''] = fault.split(':')
  const paths = of === 'history' ? [here.draft, here.settled, here.memory].flatMap(path => ['-P', path]) : []
  const ended = await start(here, [
    'strace',
    '-f',
    '-qq',
    '-o',
    '/dev/null',
    ...paths,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${fault}:when=${n}`,
  ])
  if (ended.exit === 0) {
    here.place.remove()
    return { injected: false, lost: 0, complaints: [] }
  }
  const complaints: string[] = []
  if (!fault.includes('KILL') && !(ended.exit === 2 && /TSQ-(?:DISK-FULL|FILE-DENIED)/.test(ended.stderr)))
    complaints.push(`it said ${ended.exit} ${ended.stderr}`)
  const replayed = history(here)
  // In a draft and in its repository the history is the same text; after a crash the newer file may have more of it.
  if (!whole.journal.subarray(0, replayed.length).equals(replayed)) complaints.push('it holds what was never attempted')
  const remembered = existsSync(here.memory) ? Math.floor(readFileSync(here.memory).length / (markLength + 1)) : 0
  const lost = Math.max(0, remembered - lines(replayed))
  const again = await start(here)
  if (again.exit !== 0) complaints.push(`the same command ended with ${again.exit} ${again.stderr}`)
  else if (!(await resumed(here.place, whole))) complaints.push('the repository is another one')
  else if (!readFileSync(journalOf(here.folder)).subarray(0, replayed.length).equals(replayed))
    complaints.push('the history does not begin as it was left')
  if (complaints.length === 0) here.place.remove()
  return { injected: true, lost, complaints: complaints.map(each => `${fault} ${n}: ${each} (${here.place.root})`) }
}

/** Every n from one on until nothing is injected any more, a few at a time; what came of each. */
export const sweep = async (whole: Whole, fault: Fault): Promise<readonly Crash[]> => {
  const crashes: Crash[] = []
  for (let n = 1; ; n += 1) {
    const crash = await crashAt(whole, fault, n)
    if (!crash.injected) return crashes
    crashes.push(crash)
  }
}

/** The figures of a sweep in one line. */
export const told = (what: string, crashes: readonly Crash[]): string =>
  `${what}: ${crashes.length} runs, ${crashes.reduce((sum, each) => sum + each.lost, 0)} acknowledged events lost, ${crashes.filter(each => each.complaints.length === 0).length} of ${crashes.length} resumed to the same repository`
