import { keep, lose } from '../../../core/design/critique.ts'
import { hasSignature, isReliedOn, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'extension-point',
  dimension: 'extensibility',
  at: [2],
  asks: 'Can others add to a library without changing it?',
  why: 'Likely change should have a door. A backbone that publishes how it is extended has one; a custom component has one where its interface says what may be passed in; otherwise a decision has to say where it will be.',
  example: {
    bad: 'A library whose only component takes nothing and offers nothing to implement.',
    good: 'A pipeline, to which any function over rows can be added as a step.',
  },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.lifespan', 'components', 'decisions'],
  /** What the first review asked for in words is now to be seen in the parts. */
  judge: ({ intake, components, decisions }) =>
    intake.purpose !== 'library' ||
    !isReliedOn(intake) ||
    intake.users.every(each => each === 'personal') ||
    settled(decisions, 'extension') ||
    components.some(each => each.extension !== undefined || (each.kind === 'custom' && hasSignature(each.interface)))
      ? keep()
      : lose(1, 'Others will want to add to this library, and none of its components can be added to from outside.', {
          winBack:
            'Add a decision on the topic "extension", or a component that can be extended, such as a custom one with an interface.',
        }),
})
