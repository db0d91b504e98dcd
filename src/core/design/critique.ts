import type { Architecture, Decision, Features, Intake, Project } from './answers/types.ts'

/** The five dimensions of a design review, in the order of the published scores. */
export const dimensions = ['clarity', 'completeness', 'maintainability', 'extensibility', 'risk'] as const
export type Dimension = (typeof dimensions)[number]

/** What the first review has seen: intake and architecture. */
export interface FirstView {
  readonly intake: Intake
  readonly project: Project
  readonly architecture: Architecture
  readonly decisions: readonly Decision[]
}

/** What the second review has seen besides: structure, components and features. */
export interface SecondView extends FirstView {
  readonly structure: {
    /** Whether the person drew it, or it came from the template. */
    readonly drawn: boolean
    /** Paths of all files of the tree. */
    readonly files: readonly string[]
  }
  readonly components: readonly {
    readonly name: string
    readonly kind: string
    readonly does: string
    /** How others add to it without touching it; undefined when they cannot. */
    readonly extension: string | undefined
    readonly interface: string | undefined
  }[]
  readonly features: Features
}

/** What one rule says of a design. A remark costs nothing. */
export type Judgement =
  | { readonly verdict: 'keep' }
  | { readonly verdict: 'remark'; readonly says: string; readonly winBack?: string }
  | { readonly verdict: 'lose'; readonly points: number; readonly says: string; readonly winBack: string }

/** Nothing to say. */
export const keep = (): Judgement => ({ verdict: 'keep' })
/** Worth saying, costs nothing. */
export const remark = (says: string, more: { readonly winBack?: string } = {}): Judgement => ({
  verdict: 'remark',
  says,
  ...more,
})
/** Takes points (1 to 5) from the rule's dimension, and says which answer or decision wins them back. */
export const lose = (points: number, says: string, more: { readonly winBack: string }): Judgement => ({
  verdict: 'lose',
  points,
  says,
  winBack: more.winBack,
})
