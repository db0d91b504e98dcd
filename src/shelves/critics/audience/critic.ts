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
  reads: ['intake.users'],
  /** "You alone" beside anyone else leaves open whose needs the design has to meet. */
  judge: ({ intake: { users } }) => {
    const others = users.filter(each => each !== 'personal')
    if (others.length === 0 || !users.includes('personal')) return keep()
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
