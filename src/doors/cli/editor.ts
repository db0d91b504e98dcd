import { join } from 'node:path'
import type { World } from '../../app/world.ts'

/** A day: nobody's editor is closed by a clock. */
const patience = 86_400

/** Opens texts in $VISUAL or $EDITOR. */
export const editing =
  ({ processes, files, host }: Pick<World, 'processes' | 'files' | 'host'>) =>
  async (text: string, name: string): Promise<string | undefined> => {
    const [program, ...args] = (host.env['VISUAL'] || host.env['EDITOR'] || '').split(/\s+/).filter(Boolean)
    if (program === undefined) return undefined
    const folder = await files.scratch()
    try {
      const file = join(folder, name)
      await files.write(file, text)
      const ended = await processes.run({
        program,
        args: [...args, file],
        cwd: host.cwd,
        timeoutSeconds: patience,
        terminal: true,
      })
      return ended.exit === 0 ? await files.read(file) : undefined
    } finally {
      await files.remove(folder)
    }
  }
