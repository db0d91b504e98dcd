import { mustBeReviewed } from '../../../app/reviewed.ts'
import { readHere } from '../../../app/runs/here.ts'
import { scoreDesign } from '../../../app/use-cases/score-design.ts'
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
  reviews: CreateState['reviews'],
  checkpoint: 1 | 2,
  about: string | undefined,
): Promise<readonly string[]> => {
  const review = reviews[checkpoint]
  const name = about ?? review?.concerns[0]?.rule
  const rules = await context.world.shelves.critics()
  const found = review === undefined || name === undefined ? undefined : clarify(review, name, rules)
  if (found === undefined)
    throw new KnownError('TSQ-UNKNOWN-NAME', {
      kind: 'concern',
      name: name ?? '(none)',
      known: review?.concerns.map(each => each.rule) ?? [],
    })
  return printClarification(found)
}

const reviewsOf = async (context: Context, answers: string | undefined): Promise<CreateState['reviews']> => {
  if (answers !== undefined) return scoreDesign(context.world, context.typed(answers), answers)
  const { state } = await readHere(context.world)
  mustBeReviewed(state)
  return state.reviews
}

/** `trysquare critic`: the reviews of a run or of an answers file, or one of their concerns. */
export const critic = async (
  context: Context,
  options: { readonly answers?: string | undefined; readonly clarify?: string | undefined },
): Promise<number> => {
  const reviews = await reviewsOf(context, options.answers)
  if (context.json) context.print(JSON.stringify(reviews, null, 2))
  else if (options.clarify !== undefined)
    context.print(...(await clarified(context, reviews, reviews[2] === undefined ? 1 : 2, options.clarify)))
  else for (const review of Object.values(reviews)) context.print(...printReview(review), '')
  return exitCodes.fine
}
