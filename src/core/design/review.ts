import type { Critic } from '../../ports/critic.ts'
import { type Dimension, dimensions, type FirstView, type Judgement, type SecondView } from './critique.ts'
import { read } from './reading.ts'
import { type Evidence, evidenceAt } from './review/evidence.ts'
import { praise } from './review/praise.ts'
import { type BandId, bandOf } from './review/scale.ts'

/** What one rule found. */
export interface Concern {
  readonly rule: string
  readonly dimension: Dimension
  readonly verdict: 'lose' | 'remark'
  /** 0 for a remark. */
  readonly points: number
  readonly says: string
  /** The answer or decision that would win the points back. */
  readonly winBack?: string
  /** The answers that the rule looked at. */
  readonly evidence: readonly Evidence[]
}

/** A dimension's points and why. */
export interface Score {
  readonly dimension: Dimension
  readonly points: number
  readonly justification: string
}

/** What would win points back, dearest first. */
export interface Recommendation {
  readonly rule: string
  readonly points: number
  readonly text: string
}

/** A design review: plain data, kept in the journal. */
export interface Review {
  readonly checkpoint: 1 | 2
  /** In the order of the dimensions. */
  readonly scores: readonly Score[]
  /** Of 25. */
  readonly total: number
  readonly band: BandId
  /** Dearest first. */
  readonly concerns: readonly Concern[]
  readonly risks: readonly string[]
  /** Missing decisions and ambiguities. */
  readonly missing: readonly string[]
  readonly recommendations: readonly Recommendation[]
}

const full = 5

const concernOf = (rule: Critic, judgement: Judgement, view: unknown): readonly Concern[] => {
  if (judgement.verdict === 'keep') return []
  return [
    {
      rule: rule.id,
      dimension: rule.dimension,
      verdict: judgement.verdict,
      points: judgement.verdict === 'lose' ? judgement.points : 0,
      says: judgement.says,
      ...(judgement.winBack === undefined ? {} : { winBack: judgement.winBack }),
      evidence: evidenceAt(view, rule.reads),
    },
  ]
}

// By id last, so that the order of the shelf never shows.
const dearestFirst = (a: Concern, b: Concern): number =>
  b.points - a.points || dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension) || (a.rule < b.rule ? -1 : 1)

const scoreOf = (dimension: Dimension, concerns: readonly Concern[], view: FirstView | SecondView): Score => {
  const lost = concerns.filter(each => each.dimension === dimension && each.verdict === 'lose')
  const points = Math.max(0, full - lost.reduce((sum, each) => sum + each.points, 0))
  const justification = lost.length === 0 ? praise(dimension, view) : lost.map(each => each.says).join(' ')
  return { dimension, points, justification }
}

const says = (concerns: readonly Concern[], ...among: readonly Dimension[]): readonly string[] =>
  concerns.filter(each => among.includes(each.dimension)).map(each => each.says)

/** Reviews a design by every rule of the checkpoint. The same design and rules always give the same review. */
export const review = (checkpoint: 1 | 2, view: FirstView | SecondView, rules: readonly Critic[]): Review => {
  if (checkpoint === 2 && !('features' in view)) throw new Error('the second review needs structure and features')
  const concerns = rules
    .filter(rule => rule.at.includes(checkpoint))
    .flatMap(rule => concernOf(rule, rule.judge(read(view, rule.reads)), view))
    .toSorted(dearestFirst)
  const scores = dimensions.map(dimension => scoreOf(dimension, concerns, view))
  const total = scores.reduce((sum, each) => sum + each.points, 0)
  return {
    checkpoint,
    scores,
    total,
    band: bandOf(total).id,
    concerns,
    risks: says(concerns, 'risk'),
    missing: says(
      concerns.filter(each => each.verdict === 'lose'),
      'completeness',
      'clarity',
    ),
    recommendations: concerns.flatMap(({ rule, points, winBack }) =>
      winBack === undefined ? [] : [{ rule, points, text: winBack }],
    ),
  }
}
