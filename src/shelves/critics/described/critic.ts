import { keep, lose } from '../../../core/design/critique.ts'
import { isBlank } from '../../../core/design/review/substance.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'described',
  dimension: 'clarity',
  at: [1],
  asks: 'Is it said in a sentence what it is?',
  why: 'The description is what everybody reads first, and often the only thing. Whoever cannot say in a sentence what a project is has not yet decided it, and each reader will decide it anew.',
  example: { bad: 'description: tbd', good: 'description: Compares two tables and tells which rows changed.' },
  reads: ['intake.description'],
  /** Whether anything is said can be seen without weighing the words. */
  judge: ({ intake }) =>
    isBlank(intake.description)
      ? lose(2, 'The description does not say what it is.', {
          winBack: 'Say under intake.description in a sentence what it does, and for what.',
        })
      : keep(),
})
