import type { PlanChanges } from '../../app/plan-changes.ts'

const signs = { again: '~', new: '+', removed: '-' } as const

/** What becomes of the files that are touched, each with its reason. */
const changeLines = ({ touched }: PlanChanges): readonly string[] =>
  touched.map(({ what, path, why }) => `  ${signs[what]} ${path}  ${why}`)

/** A plan made anew, held against what was made before. */
export const changedPlan = (changes: PlanChanges): readonly string[] => [
  `Since the design was opened again: ${changes.summary}.`,
  ...changeLines(changes),
]
