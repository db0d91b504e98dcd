import { keep, lose, remark } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'audience',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Can all the named users be true at once?',
  why: '"Personal" means you alone: you may change anything on any day. People outside need notice, documents and somebody who answers. A design cannot be measured against both.',
  example: { bad: 'users: [personal, external].', good: 'users: [external].' },
  reads: ['intake.users', 'intake.maturity'],
  /** "You alone" beside anyone else leaves open whose needs the design has to meet. */
  judge: ({ intake: { users, maturity } }) => {
    const others = users.filter(each => each !== 'personal')
    if (!users.includes('personal')) return keep()
    if (others.length === 0)
      return maturity === 'long-term'
        ? lose(
            1,
            'Others are to depend on it for years (maturity "long-term"), yet nobody but you is named as its user.',
            {
              winBack: 'Name the others in intake.users, or make the maturity production or prototype.',
            },
          )
        : keep()
    return others.includes('external')
      ? lose(1, 'Its users are you alone ("personal") and people outside ("external") at the same time.', {
          winBack: 'Leave either personal or external out of intake.users.',
        })
      : remark(
          `"Personal" means you alone, but ${listed(others)} ${others.length === 1 ? 'is' : 'are'} named as well.`,
          {
            winBack: 'Leave personal out of intake.users if others will use it.',
          },
        )
  },
})
