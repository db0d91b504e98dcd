import { needRun } from '../../../app/runs/here.ts'
import { readRun } from '../../../app/runs/session.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { clarify } from '../../../core/design/review/clarify.ts'
import { printClarification } from '../../../core/documents/report/clarification.ts'
import { printReview } from '../../../core/documents/report/review-text.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'

/** A concern of a review in depth; without a name, the dearest one. */
export const clarified = async (
  context: Context,
  state: CreateState,
  checkpoint: 1 | 2,
  about: string | undefined,
): Promise<readonly string[]> => {
  const review = state.reviews[checkpoint]
  if (review === undefined) throw new KnownError('TSQ-RUN-ORDER', { at: state.at, asked: 'clarify', possible: [] })
  const name = about ?? review.concerns[0]?.rule
  const rules = await context.world.shelves.critics()
  const found = name === undefined ? undefined : clarify(review, name, rules)
  if (found === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'concern',
      name: name ?? '(none)',
      known: review.concerns.map(each => each.rule),
    })
  return printClarification(found)
}

/** `trysquare critic`: the last review, or one of its concerns. */
export const critic = async (context: Context, about: string | undefined): Promise<number> => {
  const { state } = await readRun(context.world, await needRun(context.world))
  const checkpoint = state.reviews[2] === undefined ? 1 : 2
  const review = state.reviews[checkpoint]
  if (review === undefined) throw new KnownError('TSQ-RUN-ORDER', { at: state.at, asked: 'critic', possible: [] })
  if (about !== undefined) context.print(...(await clarified(context, state, checkpoint, about)))
  else if (context.json) context.print(JSON.stringify(state.reviews, null, 2))
  else context.print(...printReview(review))
  return exitCodes.fine
}
