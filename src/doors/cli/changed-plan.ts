import type { PlanChanges } from '../../app/plan-changes.ts'
import type { PlanEdits } from '../../core/design/plan/edits.ts'

const signs = { again: '~', new: '+', removed: '-', left: '?' } as const

/** What becomes of the files that are touched, each with its reason. */
const changeLines = ({ touched }: PlanChanges): readonly string[] =>
  touched.map(({ what, path, why }) => `  ${signs[what]} ${path}  ${why}`)

/** A plan made anew, held against what was made before. */
export const changedPlan = (changes: PlanChanges): readonly string[] => [
  `Against what was made before: ${changes.summary}.`,
  ...changeLines(changes),
]

/** What a person changed of the plan that follows from the answers, and why. */
export const editedPlan = ({ remove = {}, add = [], order = [], why = '' }: PlanEdits): readonly string[] => {
  const lines = [
    ...Object.entries(remove).map(([path, reason]) => `  - ${path}  ${reason}`),
    ...add.map(({ path, purpose }) => `  + ${path}  ${purpose}`),
    ...(order.length > 0 ? [`  the order is yours: ${why}`] : []),
  ]
  return lines.length === 0 ? [] : ['', 'Changed by you:', ...lines]
}
