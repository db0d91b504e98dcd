import { keep, lose } from '../../../core/design/critique.ts'
import { isReliedOn, settled, usersOf } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'many-audiences',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'When its users want different things, whose wish comes first?',
  why: 'Each group of users pulls another way: programs want nothing to change, people outside want help, developers want hooks, one’s own team wants speed. With four groups some wish will be refused every month; written priorities refuse it in advance.',
  example: {
    bad: 'users: [external, internal-team, developers, automated-systems], and no decision.',
    good: 'The same users, with a decision on compatibility: the public interface changes only with a major version.',
  },
  reads: ['intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** Four groups and no rule between them means that the loudest decides. */
  judge: ({ intake, decisions }) => {
    const groups = [...new Set(intake.users)].filter(each => each !== 'personal')
    return groups.length < 4 ||
      !isReliedOn(intake) ||
      settled(decisions, 'compatibility') ||
      settled(decisions, 'support')
      ? keep()
      : lose(1, `It serves ${usersOf(groups)}, and nothing says whose needs come first when they differ.`, {
          winBack: 'Name fewer groups of users, or add a decision on the topic "compatibility" or "support".',
        })
  },
})
