import type { Critic } from '../../../ports/critic.ts'
import type { Dimension } from '../critique.ts'
import type { Review } from '../review.ts'
import type { Evidence } from './evidence.ts'
import { type Meaning, meanings } from './scale.ts'

/** One rule in depth: what it asked, why, and what it found in this design. */
export interface Clarification {
  readonly rule: string
  readonly dimension: Dimension
  readonly meaning: Meaning
  readonly asks: string
  readonly why: string
  readonly example: { readonly bad: string; readonly good: string }
  /** What this review says by the rule; `keep` when it had nothing to say. */
  readonly verdict: 'keep' | 'remark' | 'lose'
  readonly points: number
  readonly says?: string
  readonly winBack?: string
  readonly evidence: readonly Evidence[]
}

/** Explains a concern of a review; undefined when there is no rule of that id. */
export const clarify = (review: Review, ruleId: string, rules: readonly Critic[]): Clarification | undefined => {
  const rule = rules.find(each => each.id === ruleId)
  if (!rule) return undefined
  const concern = review.concerns.find(each => each.rule === ruleId)
  const { id, dimension, asks, why, example } = rule
  return {
    rule: id,
    dimension,
    meaning: meanings[dimension],
    asks,
    why,
    example,
    verdict: concern?.verdict ?? 'keep',
    points: concern?.points ?? 0,
    ...(concern === undefined ? {} : { says: concern.says }),
    ...(concern?.winBack === undefined ? {} : { winBack: concern.winBack }),
    evidence: concern?.evidence ?? [],
  }
}
