import { join } from 'node:path'
import type { World } from '../../app/world.ts'

/** A day: nobody's editor is closed by a clock. */
const patience = 86_400

/** What came of opening an editor: the text, or why there is none. */
export type Edited = { readonly text: string } | { readonly none: string }

/** Opens texts in $VISUAL or $EDITOR. */
export const editing =
  ({ processes, files, host }: Pick<World, 'processes' | 'files' | 'host'>) =>
  async (text: string, name: string): Promise<Edited> => {
    const [program, ...args] = (host.env['VISUAL'] || host.env['EDITOR'] || '').split(/\s+/).filter(Boolean)
    if (program === undefined) return { none: 'No editor is set: `export EDITOR=nano`, for example.' }
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
      if (ended.missing)
        return { none: `There is no program ${program}: set VISUAL or EDITOR to one that is installed.` }
      if (ended.exit !== 0)
        return { none: `${program} ended with ${ended.exit ?? 'a signal'}: nothing was taken from it.` }
      const edited = await files.read(file)
      return edited === undefined ? { none: `${program} left no file: nothing was taken from it.` } : { text: edited }
    } finally {
      await files.remove(folder)
    }
  }
