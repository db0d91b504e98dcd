import type { KnownError } from '../base/errors/known-error.ts'
import type { AnswerStage } from '../core/design/answers/stages.ts'
import type { Effect } from '../core/workflow/create/pending.ts'
import type { CreateCommand, CreateState } from '../core/workflow/create/types.ts'
import type { By } from '../core/workflow/decision.ts'

/** An effect that only a person, or what a person recorded, can settle. */
export type Question = Extract<Effect, { readonly type: `ask-${string}` }>

/** Whether an effect is one. */
export const isQuestion = (effect: Effect): effect is Question => effect.type.startsWith('ask-')

/** Commands that settle the question, or the reason why the run stops here. */
export type Answer = readonly CreateCommand[] | KnownError

/** Answers questions: a terminal, an answers file, one command. */
export interface Decider {
  /** Under which name fixes by rule were approved beforehand; undefined when each is asked about. */
  fixes?(): By | undefined
  /** Findings that were judged false beforehand, once the files are validated: before anything is taken away because of them. */
  dismissals?(state: CreateState): readonly CreateCommand[]
  /** Answers of a confirmed-before stage that were written down otherwise since: where there are any, its decision does not stand. */
  changes?(stage: AnswerStage, state: CreateState): readonly CreateCommand[]
  answer(question: Question, state: CreateState): Promise<Answer>
}
