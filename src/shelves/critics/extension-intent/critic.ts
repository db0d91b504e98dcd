import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isReliedOn, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'extension-intent',
  dimension: 'extensibility',
  at: [1],
  asks: 'Is it said how others add to a library without changing it?',
  why: 'Users of a library want one more case sooner or later. With a protocol, a base class or a registry they add it themselves; without one they fork, patch at run time, or wait for you. Plugins can come later, the place for them cannot.',
  example: {
    bad: 'A library for developers, and no word on extension.',
    good: 'extension: anything that follows the Check protocol can be passed in.',
  },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** Before there are components, only a decision can say it; the second review also looks at the components. */
  judge: ({ intake, decisions }) => {
    const others = intake.users.some(each => each !== 'personal')
    if (intake.purpose !== 'library' || !others || settled(decisions, 'extension')) return keep()
    const add = {
      winBack: 'Add a decision on the topic "extension": a protocol, a base class, a registry, or why none is wanted.',
    }
    return isReliedOn(intake)
      ? lose(
          1,
          'Others will want to add to this library, and no extension point, such as a protocol or a base class, is named yet.',
          add,
        )
      : remark('Plugins could come later; nothing yet says where they would attach.', add)
  },
})
