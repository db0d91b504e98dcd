import type { CommandUnknownOpts } from '@commander-js/extra-typings'
import { KnownError } from '../../../base/errors/known-error.ts'
import { oneLine } from '../../../base/visible.ts'
import { nearest } from '../../../core/design/answers/fields.ts'
import { shells } from '../completion/scripts.ts'
import { suggest } from '../completion/suggest.ts'
import { valuesOf } from '../completion/values.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** `trysquare completion`: the script that a shell loads. */
export const completion = async (context: Context, shell: string): Promise<number> => {
  const known = Object.keys(shells)
  if (!Object.hasOwn(shells, shell)) {
    const near = nearest(shell, known)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'shell',
      name: shell,
      known,
      ...(near !== undefined && { nearest: near }),
    })
  }
  const { script, load } = shells[shell as keyof typeof shells]
  context.print(script.trimEnd())
  // Only where a person reads it: a shell that loads the script needs no advice.
  if (context.interactive) context.warn('', `To have it in every ${shell}: ${load}`)
  return exitCodes.fine
}

/** What the scripts ask. Whatever goes wrong, the person who typed sees no error in the middle of a line. */
export const complete = async (
  context: Context,
  root: CommandUnknownOpts,
  words: readonly string[],
): Promise<number> => {
  const { world } = context
  const at = words.indexOf('--in')
  const folder = at >= 0 ? words[at + 1] : undefined
  const there = folder === undefined || at + 1 === words.length - 1 ? world : context.elsewhere(folder)
  try {
    const wanted = await suggest(root, words, valuesOf(there))
    context.print(
      ...(typeof wanted === 'string' ? [`:${wanted}`] : wanted.map(([word, about]) => `${word}\t${oneLine(about)}`)),
    )
  } catch {
    // No run here, a task that is none, a journal that cannot be read: there is nothing to suggest, and nowhere to say so.
  }
  return exitCodes.fine
}
