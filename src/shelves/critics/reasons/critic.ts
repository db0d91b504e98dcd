import { keep, remark } from '../../../core/design/critique.ts'
import { isReliedOn, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

const keys = ['dependencies', 'configuration', 'errors', 'logging', 'testing', 'concurrency'] as const

export default critic({
  id: 'reasons',
  dimension: 'clarity',
  at: [1],
  asks: 'Is it written why these choices were made?',
  why: 'In a year somebody will ask why this and not the other. A choice with its reason can be revised when the reason falls away; without one it is either kept out of fear or thrown away with what it protected.',
  example: {
    bad: 'logging: structlog, and no rationale.',
    good: 'logging: structlog, because the operators search events by order number.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.rationale'],
  /** A usual choice speaks for itself, so this costs nothing; a debatable one has a rule of its own that asks for the reason. */
  judge: ({ intake, architecture }) =>
    !isReliedOn(intake) || keys.some(key => reasoned(architecture.rationale, key))
      ? keep()
      : remark('None of the architecture’s choices comes with a reason.', {
          winBack: 'Write a sentence under architecture.rationale for each choice that could have gone another way.',
        }),
})
