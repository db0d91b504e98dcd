import { keep, lose } from '../../../core/design/critique.ts'
import { isModest, modestly } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'too-many-parts',
  dimension: 'maintainability',
  at: [2],
  asks: 'Does it begin with as few parts as it can?',
  why: 'Each component is a boundary to keep and a place to look. A trial learns by changing its mind, and every boundary drawn before anything is known has to be moved when it does.',
  example: { bad: 'A prototype of six components.', good: 'Two components; the third when the first two hurt.' },
  reads: ['intake.purpose', 'intake.maturity', 'intake.lifespan', 'intake.users', 'components'],
  /** What is small is kept by one person in one head; about four parts fit there. A larger one is kept by several, and still drawn by one. */
  judge: ({ intake, components }) => {
    const parts = components.length
    if (isModest(intake))
      return parts > 4
        ? lose(parts > 8 ? 2 : 1, `${modestly(intake)}, and it begins with ${parts} components.`, {
            winBack: 'Begin with four components or fewer.',
          })
        : keep()
    return parts > 12
      ? lose(
          parts > 24 ? 2 : 1,
          `It begins with ${parts} components, each a boundary that was drawn before anything ran.`,
          { winBack: 'Begin with the dozen components or fewer that the first release needs.' },
        )
      : keep()
  },
})
