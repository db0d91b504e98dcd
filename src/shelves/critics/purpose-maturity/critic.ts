import { keep, lose } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'purpose-maturity',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Do purpose and maturity say the same?',
  why: 'A prototype is made to learn from and may break; something in production may not. A project that claims both gets the care of the first and the users of the second, and nobody can say which corner may be cut.',
  example: {
    bad: 'purpose: prototype with maturity: long-term.',
    good: 'purpose: prototype with maturity: prototype, and a new design for what comes after it.',
  },
  reads: ['intake.purpose', 'intake.maturity'],
  /** The two answers decide how much of everything else is right; when they disagree, no later answer can be judged. */
  judge: ({ intake }) =>
    intake.purpose !== 'prototype' || intake.maturity === 'prototype'
      ? keep()
      : lose(
          intake.maturity === 'long-term' ? 2 : 1,
          `It is called a prototype, yet its maturity is "${intake.maturity}", which means that others depend on it${intake.maturity === 'long-term' ? ' for years' : ''}.`,
          { winBack: 'Set intake.maturity to prototype, or name the purpose that the finished thing will have.' },
        ),
})
