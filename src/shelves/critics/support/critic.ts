import { keep, lose } from '../../../core/design/critique.ts'
import { isForYears, isPersonal, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'support',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Who looks after it when its only maintainer does not?',
  why: 'One person can build for years ahead but cannot promise them: holidays, illness and other work are certain. A sentence on what is supported, how fast, and who else can release is enough for users to decide.',
  example: {
    bad: 'team_size: 1 with lifespan: long-term, and no decision on support.',
    good: 'support: only the latest release; a second person holds the publishing rights.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'project.team_size', 'decisions'],
  /** Years of others’ dependence on one person is a promise that has to be bounded. */
  judge: ({ intake, project, decisions }) =>
    project.team_size === 1 && isForYears(intake) && !isPersonal(intake) && !settled(decisions, 'support')
      ? lose(1, 'A single person is to look after it for years, and nothing says what users may expect of them.', {
          winBack: 'Add a decision on the topic "support", or raise project.team_size if there are more of you.',
        })
      : keep(),
})
