import { resolve } from 'node:path'
import { loadAnswers, loadDesign } from '../../../app/answers.ts'
import { doerNamed } from '../../../app/doers.ts'
import { titleOf } from '../../../app/explained/components.ts'
import { newProject } from '../../../app/use-cases/new-project.ts'
import { whoIs } from '../../../app/who.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { visibleLines } from '../../../base/visible.ts'
import { deliveredKinds } from '../../../core/design/answers/delivered.ts'
import { suggest } from '../../../core/design/suggest.ts'
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

/** The answers; where only an interface is missing and the doer can think, one is proposed, to be approved by writing it there. */
const answersOrProposal = async (context: Context, file: string, doer: string, out: string | undefined) => {
  const { world } = context
  const path = context.typed(file)
  try {
    return await loadAnswers(world, path, file)
  } catch (error) {
    if (!(error instanceof KnownError) || error.code !== 'TSQ-STUB-NEEDED') throw error
    if ((await doerNamed(world, doer)).unit.takes === undefined) throw error
    const { proposeStub } = await import('../../../app/use-cases/propose-stub.ts')
    const { name, does } = error.data as { readonly name: string; readonly does: string }
    const folder = out === undefined ? undefined : resolve(world.host.cwd, out)
    const stub = await proposeStub(world, await loadDesign(world, path, file), { name, does }, doer, folder)
    context.print(
      `${doer} proposes for ${name}; put it below the component in ${file} to approve it, changed or not:`,
      '',
      '    interface: |',
      ...visibleLines(stub).map(line => (line === '' ? '' : `      ${line}`)),
      '',
    )
    throw error
  }
}

/** `trysquare new`: from an answers file, or by asking. */
export const newCommand = async (context: Context, idea: string | undefined, options: Options): Promise<number> => {
  const { world } = context
  if (options.blank === true) {
    const { blankAnswers } = await import('../../../core/documents/answers-blank.ts')
    const backbones = await context.world.shelves.backbones()
    const kinds = deliveredKinds
      .flatMap(kind => backbones.filter(({ id }) => id === kind))
      .map(({ id, sample }) => ({ id, title: titleOf(id, backbones), ...(sample !== undefined && { sample }) }))
    process.stdout.write(blankAnswers({ ideas: idea === undefined ? {} : suggest(idea), kinds }))
    return exitCodes.fine
  }
  await doerNamed(world, options.doer)
  const given =
    options.answers === undefined ? {} : await answersOrProposal(context, options.answers, options.doer, options.out)
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
