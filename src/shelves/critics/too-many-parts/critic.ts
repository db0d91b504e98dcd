import { keep, lose } from '../../../core/design/critique.ts'
import { isModest } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'too-many-parts',
  dimension: 'maintainability',
  at: [2],
  asks: 'Does a small thing have few parts?',
  why: 'Each component is a boundary to keep and a place to look. A trial learns by changing its mind, and every boundary drawn before anything is known has to be moved when it does.',
  example: { bad: 'A prototype of six components.', good: 'Two components; the third when the first two hurt.' },
  reads: ['intake.purpose', 'intake.maturity', 'intake.lifespan', 'intake.users', 'components'],
  /** What is small is kept by one person in one head; about four parts fit there. */
  judge: ({ intake, components }) =>
    isModest(intake) && components.length > 4
      ? lose(
          components.length > 8 ? 2 : 1,
          `It is a trial or a tool of your own, and it begins with ${components.length} components.`,
          { winBack: 'Begin with four components or fewer.' },
        )
      : keep(),
})
