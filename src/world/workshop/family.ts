import { readdir, readFile } from 'node:fs/promises'

/** Set for every command that works here, and so for everything that it starts. */
export const mark = 'TRYSQUARE_DOER'

/** The environment with which a process was started, where the system tells. */
const environOf = (pid: string): Promise<string> => readFile(`/proc/${pid}/environ`, 'latin1').catch(() => '')

/** Processes by their numbers, each with the moment at which it began: a number alone may be another's by now. */
export type Family = Map<number, string>

/** When a process began, in ticks since the system did; empty when it is gone. Source: proc(5), field 22 of stat. */
const startOf = async (pid: number): Promise<string> =>
  (await readFile(`/proc/${pid}/stat`, 'latin1').catch(() => '')).replace(/^.*\) /s, '').split(' ')[19] ?? ''

const processIds = async (): Promise<readonly string[]> =>
  (await readdir('/proc').catch(() => [])).filter(each => /^\d+$/.test(each))

/** The process that started another, where the system tells. */
const parentOf = async (pid: string): Promise<string | undefined> =>
  /^PPid:\s+(\d+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8').catch(() => ''))?.[1]

/** Adds every process that descends from those that are known: once its parent is gone, nothing shows where one came from. */
export const follow = async (known: Family): Promise<void> => {
  const parents = new Map<number, number>()
  for (const pid of await processIds()) parents.set(Number(pid), Number(await parentOf(pid)))
  for (let grown = true; grown; ) {
    grown = false
    for (const [pid, parent] of parents)
      if (known.has(parent) && !known.has(pid)) {
        known.set(pid, await startOf(pid))
        grown = true
      }
  }
}

/** Ends whatever a command left running: its group, what was seen to descend from it, and what carries its mark. */
export const endAll = async (group: number, seen: Family, nonce: string): Promise<void> => {
  const kill = (pid: number): void => {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself.
    }
  }
  await follow(seen)
  kill(-group)
  // A number may have been given to another process since.
  for (const [pid, start] of seen) if (pid !== group && start !== '' && (await startOf(pid)) === start) kill(pid)
  // A child may have left the group; it cannot have left the environment that it was started with.
  for (let round = 0; round < 3; round++) {
    const marked = []
    for (const pid of await processIds())
      if ((await environOf(pid)).includes(`${mark}=${nonce}`)) marked.push(Number(pid))
    if (marked.length === 0) return
    marked.forEach(kill)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}

/** Whether a process or one above it was started here: a variable can be taken away, the parent's cannot. */
export const inside = async (): Promise<boolean> => {
  if (process.env[mark] !== undefined) return true
  for (let pid: string | undefined = String(process.ppid); pid !== undefined && pid !== '0'; pid = await parentOf(pid))
    if ((await environOf(pid)).includes(`${mark}=`)) return true
  return false
}
