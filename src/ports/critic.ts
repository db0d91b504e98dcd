import type { Dimension, FirstView, Judgement, SecondView } from '../core/design/critique.ts'
import type { Path, Reading } from '../core/design/reading.ts'

/** A rule of the design critic: one reason that a good reviewer would give. */
export interface CriticUnit<R extends string, View> {
  readonly id: string
  readonly dimension: Dimension
  /** At which reviews it speaks. */
  readonly at: readonly (1 | 2)[]
  /** The question it asks of a design, one line. */
  readonly asks: string
  /** Why a reviewer asks it: the evidence and the trade-off, a short paragraph. For `clarify` and `trysquare explain`. */
  readonly why: string
  /** A design that loses by it, and what a better one says; one sentence each. */
  readonly example: { readonly bad: string; readonly good: string }
  readonly reads: readonly R[]
  readonly judge: (from: Reading<View, R>) => Judgement
}

/** A critic rule as the review sees it. */
export type Critic = CriticUnit<never, SecondView>

/** Declares a rule that speaks at both reviews: it can read only what the first has seen. */
export function critic<const R extends Path<FirstView>>(
  unit: CriticUnit<R, FirstView> & { readonly at: readonly [1, 2] | readonly [1] },
): Critic
/** Declares a rule of the second review, which has seen structure and features. */
export function critic<const R extends Path<SecondView>>(
  unit: CriticUnit<R, SecondView> & { readonly at: readonly [2] },
): Critic
export function critic(unit: unknown): Critic {
  return unit as Critic
}
