import { KnownError, wordsOf } from '../../base/errors/known-error.ts'
import { masked } from '../../base/mask.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'

/** A bug of ours: everything that a report needs, ready to paste. */
const bugLines = (error: unknown, version: string): readonly string[] => {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return [
    '✗ TSQ-BUG  Something went wrong that Trysquare did not foresee.',
    '  Why   This is a bug of ours, not of yours. What was acknowledged before is kept.',
    '  Do    Run the same command again; if it stays, report the lines below.',
    '',
    `  trysquare ${version} · node ${process.version} · ${process.platform} ${process.arch}`,
    `  trysquare ${masked(process.argv.slice(2).join(' '))}`,
    ...masked(text)
      .split('\n')
      .map(line => `  ${line}`),
  ]
}

/** Runs the body of a command and answers its exit code; whatever it throws is shown as an error, never as a stack of ours. */
export const runBody = async (
  context: Context,
  version: string,
  body: (context: Context) => Promise<number>,
): Promise<number> => {
  try {
    return await body(context)
  } catch (error) {
    if (error instanceof KnownError) {
      context.error(error)
      return wordsOf(error.code).exit ?? exitCodes.knownError
    }
    context.warn(...bugLines(error, version))
    return exitCodes.bug
  }
}
