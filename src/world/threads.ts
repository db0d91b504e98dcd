import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { Tinypool } from 'tinypool'
import type { Threads } from '../ports/threads.ts'

/** Memory of a thread's own objects, in megabytes: what it works on is small, and several run at once. */
const memory = 192

/** Threads of this process. */
export const realThreads: Threads = {
  cores: availableParallelism(),
  start: (module, setup, count) => {
    const pool = new Tinypool({
      filename: fileURLToPath(module),
      minThreads: count,
      maxThreads: count,
      concurrentTasksPerWorker: 1,
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    return { run: job => pool.run(job), end: () => pool.destroy() }
  },
}
