import { refuseMisset } from '../../app/bounds.ts'
import { findRun } from '../../app/runs/locate.ts'
import type { World } from '../../app/world.ts'
import { KnownError, wordsOf } from '../../base/errors/known-error.ts'
import { masked } from '../../base/mask.ts'
import { shellWord } from '../../base/shell-word.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { isSettled } from '../../core/workflow/task/machine.ts'
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

/** Where a run stands that was told to end, and how to go on. */
const stoppedLines = ({ world }: Context): readonly string[] => {
  const where = world.underway.where?.()
  if (where === undefined || where.state.at === 'new') return []
  const { home, state } = where
  const settled = state.plan.filter(each => isSettled(taskOf(state, each.id))).length
  const files = state.plan.length === 0 ? '' : `, ${settled} of ${state.plan.length} files settled`
  const folder = home === world.host.cwd ? '' : ` --in ${shellWord(home)}`
  return [
    '',
    `Stopped at ${state.at}${files}. What was done until now is kept.`,
    `Next   trysquare${folder} next   goes on from here, and so does the same command again`,
  ]
}

/**
 * Ctrl-C ends the program at once, as it would without us: every step that was acknowledged is on the disk. Only while
 * somebody's command is at work the program goes on until what it changed is put right, and ends by itself.
 */
const endingAtOnce = (context: Context): (() => void) => {
  const end = (): void => {
    if (context.world.underway.commands > 0) return
    context.warn(...stoppedLines(context))
    process.exit(exitCodes.interrupted)
  }
  process.on('SIGINT', end)
  return () => void process.off('SIGINT', end)
}

/** A folder that is not there is no place to work in, unless a run was begun for it that has written nothing yet. */
const refuseNowhere = async (world: World): Promise<void> => {
  const { cwd } = world.host
  if ((await world.files.names(cwd)) !== undefined || (await findRun(world, cwd)) !== undefined) return
  throw new KnownError('TSQ-FOLDER', { folder: cwd })
}

/** Runs the body of a command and answers its exit code; whatever it throws is shown as an error, never as a stack of ours. */
export const runBody = async (
  context: Context,
  version: string,
  body: (context: Context) => Promise<number>,
): Promise<number> => {
  const done = endingAtOnce(context)
  try {
    refuseMisset(context.world)
    await refuseNowhere(context.world)
    return await body(context)
  } catch (error) {
    if (error instanceof KnownError) {
      context.error(error)
      return wordsOf(error.code).exit ?? exitCodes.knownError
    }
    context.warn(...bugLines(error, version))
    return exitCodes.bug
  } finally {
    done()
  }
}
