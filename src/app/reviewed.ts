import { KnownError } from '../base/errors/known-error.ts'
import { pending } from '../core/workflow/create/pending.ts'
import type { CreateState } from '../core/workflow/create/types.ts'
import { inFile, needed, unanswered } from './deciders/recorded/needed.ts'

const after = 'the first review is made when the architecture is confirmed'

/** Refuses a run that has no review yet, with what the first one waits for. */
export const mustBeReviewed = (state: CreateState): void => {
  if (state.reviews[1] !== undefined) return
  const effect = pending(state)
  if (effect?.type === 'ask-answers') throw unanswered(effect.missing, after)
  if (effect?.type === 'ask-confirm')
    throw needed(`approvals.${effect.stage}`, after, inFile(`approvals.${effect.stage}`, 'confirm'))
  throw new KnownError('TSQ-RUN-ORDER', { at: state.at, asked: 'critic', possible: ['next'] })
}
