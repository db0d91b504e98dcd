import type { Dimension } from '../critique.ts'

/** What the points of a dimension mean, for the two ends and the middle. */
export interface Meaning {
  readonly asks: string
  readonly 5: string
  readonly 3: string
  readonly 0: string
}

/** The written meaning of the points. */
export const meanings: Readonly<Record<Dimension, Meaning>> = {
  clarity: {
    asks: 'Is it plain what this is, for whom, and where it ends?',
    5: 'Goals, responsibilities and boundaries are explicit and reasoned.',
    3: 'Clear, with minor ambiguity.',
    0: 'Undefined.',
  },
  completeness: {
    asks: 'Has everything been settled that such a project has to settle?',
    5: 'Every concern is settled and nothing is silently assumed.',
    3: 'Most concerns are settled.',
    0: 'Major concerns are missing.',
  },
  maintainability: {
    asks: 'Can those who will look after it do so for as long as it lives?',
    5: 'Minimal and consistent.',
    3: 'Reasonable.',
    0: 'Incomprehensible in months.',
  },
  extensibility: {
    asks: 'Where will change come from, and does the design give way there?',
    5: 'Change is accommodated naturally.',
    3: 'Change takes moderate effort.',
    0: 'Change means a rewrite.',
  },
  risk: {
    asks: 'Is anything here known to go wrong later?',
    5: 'No smell; fully appropriate.',
    3: 'Minor concerns.',
    0: 'Critical anti-patterns.',
  },
}

export type BandId = 'excellent' | 'good' | 'issues' | 'major'

/** A range of totals and what it allows. */
export interface Band {
  readonly id: BandId
  readonly from: number
  readonly to: number
  readonly title: string
  readonly advice: string
  /** Whether the person may proceed at all. */
  readonly proceed: boolean
}

/** The bands, best first. */
export const bands: readonly Band[] = [
  { id: 'excellent', from: 20, to: 25, title: 'Excellent', advice: 'Go on.', proceed: true },
  { id: 'good', from: 15, to: 19, title: 'Good', advice: 'Address the warnings.', proceed: true },
  { id: 'issues', from: 10, to: 14, title: 'Significant issues', advice: 'Revising is recommended.', proceed: true },
  { id: 'major', from: 0, to: 9, title: 'Major problems', advice: 'Revise before going on.', proceed: false },
]

/** The band that a total falls into. */
export const bandOf = (total: number): Band => {
  const found = bands.find(band => total >= band.from && total <= band.to)
  if (!found) throw new Error(`no band holds a total of ${total}`)
  return found
}
