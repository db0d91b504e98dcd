import { resolve } from 'node:path'
import { loadAnswers } from '../../../app/answers.ts'
import { doerNamed } from '../../../app/doers.ts'
import { newProject } from '../../../app/use-cases/new-project.ts'
import { whoIs } from '../../../app/who.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { showAdvanced } from '../show-advanced.ts'

interface Options {
  readonly out?: string | undefined
  readonly answers?: string | undefined
  readonly blank?: boolean | undefined
  readonly doer: string
  readonly embedded?: boolean | undefined
}

const interview = async (context: Context, idea: string | undefined, out: string | undefined) => {
  const { terminalDecider } = await import('../interactive/decider.ts')
  const { realTerminal } = await import('../interactive/terminal.ts')
  return terminalDecider(context.world, realTerminal(), {
    who: await whoIs(context.world),
    ...(idea !== undefined && { idea }),
    ...(out !== undefined && { out }),
  })
}

/** `trysquare new`: from an answers file, or by asking. */
export const newCommand = async (context: Context, idea: string | undefined, options: Options): Promise<number> => {
  const { world } = context
  if (options.blank === true) {
    const { blankAnswers } = await import('../../../core/documents/answers-blank.ts')
    process.stdout.write(blankAnswers())
    return exitCodes.fine
  }
  await doerNamed(world, options.doer)
  const given =
    options.answers === undefined
      ? {}
      : await loadAnswers(world, resolve(world.host.cwd, options.answers), options.answers)
  if (options.answers === undefined && !context.interactive) {
    throw new KnownError('TSQ-NEEDED', {
      path: 'intake',
      question: 'there is no terminal to ask, and no answers file',
      how: '`trysquare new --blank > answers.yaml`, fill it in, then `trysquare new --answers answers.yaml`.',
    })
  }
  const advanced = await newProject(world, {
    idea,
    out: options.out,
    given,
    doer: options.doer,
    embedded: options.embedded === true,
    ...(options.answers === undefined && { decider: await interview(context, idea, options.out) }),
  })
  return showAdvanced(context, advanced)
}
