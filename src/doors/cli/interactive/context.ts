import type { World } from '../../../app/world.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import type { Suggestion, Suggestions } from '../../../core/design/suggest.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'
import type { By } from '../../../core/workflow/decision.ts'
import type { Talk } from './talk.ts'

/** What every dialog works with. */
export interface Context {
  readonly world: World
  readonly talk: Talk
  readonly state: CreateState
  readonly by: By
  readonly ideas: Suggestions
  /** The folder that the project goes to, as far as it is known. */
  readonly folder: () => Promise<string | undefined>
}

/** What a question was answered with: values for the run, or "the question before". */
export type Reply = { readonly kind: 'values'; readonly values: Partial<Given> } | { readonly kind: 'back' }

/** One question of a stage. */
export interface Field {
  readonly path: string
  readonly title: string
  /** Has to be answered before the stage can be confirmed; the others are asked once. */
  readonly main: boolean
  /** Whether its answer is still owed, where "it has no answer" does not say it. */
  readonly open?: (given: Given) => boolean
  /** Whether it is asked at all, by what was answered so far. */
  readonly when?: (given: Given) => boolean
  /** Its number, where it is asked and in the summary: `3`, or `3a` for what belongs to the third. */
  readonly mark?: string
  /** What is suggested, before anything is chosen. */
  readonly suggestion?: (context: Context) => Promise<Suggestion | undefined> | Suggestion | undefined
  /** Why a typed text cannot be meant, where the person’s own words say it better than the schema. */
  readonly problem?: (text: string) => string | undefined
  /** The raw answer that a typed text stands for. */
  readonly raw?: (text: string) => unknown
  readonly ask: (context: Context) => Promise<Reply>
}
