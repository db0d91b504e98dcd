import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { KnownError } from '../../base/errors/known-error.ts'
import type { Files } from '../../ports/files.ts'
import type { Worked, WorkOrder, Workshop } from '../../ports/workshop.ts'
import { signOf, unfinished } from './at-work.ts'
import { enclosure } from './enclosure.ts'
import { endAll, type Family, follow, inside, mark } from './family.ts'
import { type Guard, guardOf } from './guard.ts'
import { onInterrupt } from './interruptions.ts'
import { changed, look, sizeOf } from './lying.ts'
import { unrunnable } from './unrunnable.ts'

interface Ran {
  readonly how: Worked['how']
  readonly exit: number | undefined
  readonly said: string
  readonly complained: string
}

/** Where a command finds what it is asked, as variables of its environment. */
interface Given {
  readonly TRYSQUARE_PROMPT: string
  readonly TRYSQUARE_PARTS: string
}

/** Runs the command in the copy until it ends or goes too far. No file may become larger than the disk limit. */
const run = async (order: WorkOrder, copy: string, given: Given, nonce: string): Promise<Ran> => {
  const { limits, file } = order
  // A shell of its own: the first process of a namespace cannot be killed from within, not even by itself.
  const script = `ulimit -f ${Math.ceil(limits.disk / 512)}; /bin/sh -c "$1"; exit $?`
  const [program, ...args] = [...(await enclosure()), '/bin/sh', '-c', script, 'sh', order.command]
  return new Promise(resolve => {
    const child = spawn(program, args, {
      cwd: copy,
      detached: true,
      env: { ...process.env, [mark]: nonce, ...given, TRYSQUARE_FILE: file },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const seen: Family = new Map(child.pid === undefined ? [] : [[child.pid, '']])
    let how: Worked['how'] = 'ended'
    const stop = (why: Worked['how']): void => {
      if (how !== 'ended') return
      how = why
      if (child.pid !== undefined) void endAll(child.pid, seen, nonce)
    }
    const told = { said: [] as Buffer[], complained: [] as Buffer[] }
    for (const [name, stream] of [
      ['said', child.stdout],
      ['complained', child.stderr],
    ] as const) {
      let length = 0
      stream.on('data', (bytes: Buffer) => {
        length += bytes.length
        if (length <= limits.output) told[name].push(bytes)
        else {
          // Nobody reads any more: what goes on writing ends by itself.
          stream.destroy()
          stop('flooded')
        }
      })
    }
    // Characters may be cut by the pipe: they are put together before anything is read.
    const text = (name: 'said' | 'complained'): string => Buffer.concat(told[name]).toString('utf8')
    const onward = onInterrupt(() => stop('interrupted'))
    const late = setTimeout(() => stop('timed-out'), limits.seconds * 1000)
    const watch = setInterval(() => {
      void follow(seen)
      void sizeOf(copy).then(size => (size > limits.disk ? stop('flooded') : undefined))
    }, 100)
    const end = (exit: number | undefined): void => {
      clearTimeout(late)
      clearInterval(watch)
      const over = async () => {
        if (child.pid !== undefined) await endAll(child.pid, seen, nonce)
        onward()
        // Whoever still held the streams open is gone now.
        child.stdout.destroy()
        child.stderr.destroy()
        const flooded = how === 'ended' && (await sizeOf(copy)) > limits.disk
        resolve({ how: flooded ? 'flooded' : how, exit, said: text('said'), complained: text('complained') })
      }
      void over()
    }
    child.on('error', () => end(127))
    // Not "close": a child that outlives the command would hold the streams, and with them this run.
    child.on('exit', code => end(code ?? undefined))
    // A command that does not read its prompt may be gone before all of it is written.
    child.stdin.on('error', () => undefined)
    child.stdin.end(order.prompt)
  })
}

/** Why a file cannot be taken, in the words of an attempt that failed. */
const refused = ({ code, data }: KnownError, largest: number): string | undefined => {
  if (code === 'TSQ-FILE-LINK')
    return 'the file, or a folder above it, is a symbolic link: what it leads to is not taken'
  if (code === 'TSQ-FILE-ENCODING') return 'the file is not UTF-8'
  if (code === 'TSQ-FILE-TOO-LARGE')
    return `the file has ${'bytes' in data ? data.bytes : 'too many'} bytes; ${largest} are accepted`
  return code === 'TSQ-FILE-CHANGED' ? 'at the place of the file lies something else' : undefined
}

/** The file's text, or why it cannot be taken. */
const taken = async (files: Files, copy: string, { file, limits }: WorkOrder) => {
  try {
    return { text: await files.below(copy).read(join(copy, file), limits.file) }
  } catch (error) {
    const problem = error instanceof KnownError ? refused(error, limits.file) : undefined
    if (problem === undefined) throw error
    return { problem }
  }
}

/** Whether a person has ended the program since the place was made: then nothing more is begun there. */
interface Ending {
  asked: boolean
}

const notBegun: Promise<Ran> = Promise.resolve({ how: 'interrupted', exit: undefined, said: '', complained: '' })

/** Changes with every write to a file, also one of the same bytes; undefined where no file is. */
const stampOf = async (path: string): Promise<string | undefined> => {
  const found = await lstat(path, { bigint: true }).catch(() => undefined)
  return found && `${found.ino} ${found.mtimeNs} ${found.ctimeNs}`
}

const work = async (files: Files, guard: Guard, ending: Ending, order: WorkOrder): Promise<Worked> => {
  const scratch = await files.scratch()
  const copy = join(scratch, 'copy')
  const given: Given = { TRYSQUARE_PROMPT: join(scratch, 'prompt.md'), TRYSQUARE_PARTS: join(scratch, 'parts') }
  const nonce = randomBytes(16).toString('hex')
  // From before the first look to after the last: whoever ends the program in between must not leave anything half put back.
  const onward = onInterrupt(() => {
    ending.asked = true
  })
  try {
    await mkdir(copy)
    for (const [path, text] of order.tree) {
      await mkdir(dirname(join(copy, path)), { recursive: true })
      await writeFile(join(copy, path), text)
    }
    await mkdir(dirname(join(copy, order.file)), { recursive: true })
    await writeFile(given.TRYSQUARE_PROMPT, order.prompt)
    await mkdir(given.TRYSQUARE_PARTS)
    for (const [index, text] of order.parts.entries())
      await writeFile(join(given.TRYSQUARE_PARTS, `part-${index + 1}.md`), text)
    const inCopy = await look(copy)
    const laid = await stampOf(join(copy, order.file))
    const stay = await guard.enter(order.file)
    const ran = await (ending.asked ? notBegun : run(order, copy, given, nonce)).finally(() => guard.leave(stay))
    const others = changed(inCopy, await look(copy)).filter(path => path !== order.file)
    const found = await taken(files, copy, order)
    // The text that was there is brought back where it was written anew, and nothing where nobody touched it.
    const untouched = found.text === order.tree.get(order.file) && laid === (await stampOf(join(copy, order.file)))
    const text = untouched ? undefined : found.text
    // What said or wrote anything was started, wherever its program is now.
    const left = ran.said !== '' || others.length > 0 || stay.undone.size > 0 || text !== undefined || found.problem
    const nothing = ran.how === 'ended' && !left
    return {
      ...ran,
      unrunnable: nothing ? await unrunnable(order.command, ran.exit, copy) : undefined,
      text,
      problem: found.problem,
      strayed: others,
      undone: [...stay.undone].toSorted(),
      shared: stay.shared,
      aside: stay.aside,
    }
  } finally {
    onward()
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** Copies in the system's temporary folder, processes of the system. */
export const realWorkshop = (files: Files): Workshop => ({
  beside: (repository, setAside, sign) => {
    const guard = guardOf(repository, setAside, sign === undefined ? undefined : signOf(files, sign))
    const ending: Ending = { asked: false }
    return { work: order => work(files, guard, ending, order), own: guard.own }
  },
  unfinished: (repository, place) => unfinished(files, repository, place),
  inside,
})
