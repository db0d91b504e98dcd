import { type Looked, lookAt } from '../../../app/adopt/look.ts'
import { type Adopted, adopt as write } from '../../../app/use-cases/adopt.ts'
import { type Measured, measureBaseline, trustStanding } from '../../../app/use-cases/baseline.ts'
import { whoIs } from '../../../app/who.ts'
import { KnownError, refuse } from '../../../base/errors/known-error.ts'
import { isRefusal } from '../../../base/refusal.ts'
import { type Correction, readCorrection } from '../../../core/project/corrections.ts'
import { changeLines, lookedLines, nextLines } from '../adopt-lines.ts'
import { baselineLines } from '../baseline-lines.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { errorData } from '../print-error.ts'

/** How `adopt` was asked. */
export interface AdoptOptions {
  readonly yes?: boolean | undefined
  readonly trust?: boolean | undefined
  readonly anew?: boolean | undefined
  readonly correct?: readonly string[] | undefined
}

const needed = (): KnownError =>
  new KnownError('TSQ-NEEDED', {
    path: 'adopt',
    question: 'is what was found right?',
    how: 'If it is, `trysquare adopt --yes` writes it down; `--correct manager=poetry` puts one thing right first.',
  })

const corrected = (texts: readonly string[], by: string): readonly Correction[] =>
  texts.map(text => {
    const read = readCorrection(text, by)
    return isRefusal(read) ? refuse(read) : read
  })

/** What the person took, with what they put right; undefined where they left. */
const talked = async (context: Context, first: Looked, by: string): Promise<Looked | undefined> => {
  const { realTerminal } = await import('../interactive/terminal.ts')
  const { talkOverAdoption } = await import('../interactive/adoption.ts')
  const known = await context.world.shelves.practices()
  return talkOverAdoption(context.world, realTerminal(), first, by, {
    looked: looked => context.print(...lookedLines(context, looked, known)),
    error: context.error,
  })
}

const asData = (looked: Looked, adopted: Adopted | undefined, measured?: Measured) => ({
  folder: looked.folder,
  head: looked.survey.head,
  files: looked.survey.paths.length,
  ...looked.record,
  changes: looked.changes,
  ...(adopted ?? { written: [], kept: [] }),
  ...(measured && {
    tools: measured.compared.map(({ tool, state, fresh, known, gone, broke }) => ({
      tool,
      outcome: state.outcome,
      reason: state.reason,
      metrics: state.metrics,
      receipt: state.receipt,
      fresh,
      known: known.length,
      gone: gone.length,
      broke,
    })),
  }),
})

/** `trysquare adopt`: shows what a repository is, each claim with its place; written down once a person took it. */
export const adopt = async (context: Context, options: AdoptOptions): Promise<number> => {
  const { world } = context
  if (options.anew === true && options.trust !== true)
    throw new KnownError('TSQ-USAGE', {
      problem: '--anew is about what --trust measures',
      help: 'trysquare adopt --help',
    })
  const by = await whoIs(world)
  let looked = await lookAt(world, corrected(options.correct ?? [], by))
  // What a person took before is only brought up to date.
  const taken = options.yes === true || looked.before !== undefined
  if (!taken && context.interactive && !context.json) {
    const answered = await talked(context, looked, by)
    if (answered === undefined) {
      context.print('Nothing was written.')
      return exitCodes.fine
    }
    looked = answered
  } else if (!context.json) context.print(...lookedLines(context, looked, await world.shelves.practices()))
  if (!taken && (context.json || !context.interactive)) {
    if (!context.json) throw needed()
    context.print(JSON.stringify({ ...asData(looked, undefined), needed: errorData(needed()).error }, null, 2))
    return exitCodes.decisionNeeded
  }
  const adopted = await write(world, looked)
  const standing = options.trust === true ? 'same' : await trustStanding(world, looked)
  if (!context.json)
    context.print(
      ...changeLines(context, looked),
      '',
      adopted.written.length === 0
        ? 'Written before, and still so.'
        : `Wrote  ${adopted.written.join(', ')}; nothing else was touched`,
    )
  // What was learned is kept, whatever comes of running the tools.
  const measured = options.trust === true ? await measureBaseline(world, looked, by, options.anew === true) : undefined
  if (context.json) context.print(JSON.stringify(asData(looked, adopted, measured), null, 2))
  else
    context.print(
      ...(measured === undefined ? [] : baselineLines(context, measured)),
      ...(standing === 'changed' ? ['Trust  the tree changed since it was trusted: --trust runs its tools again'] : []),
      ...nextLines(context, looked, measured !== undefined),
    )
  const isWorse = measured?.compared.some(each => each.broke || each.fresh.length > 0) === true
  return isWorse ? exitCodes.findings : exitCodes.fine
}
