import { keep, lose } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'lifespan-maturity',
  dimension: 'clarity',
  at: [1, 2],
  asks: 'Do lifespan and maturity say the same?',
  why: 'Care is bought with time: for years of dependents it pays, for weeks it does not. And a trial that is planned to live for years is the classic way in which unfinished code ends up carrying others.',
  example: {
    bad: 'maturity: long-term with lifespan: short-term.',
    good: 'maturity: production with lifespan: medium-term.',
  },
  reads: ['intake.maturity', 'intake.lifespan'],
  /** Each answer is fine by itself; together they leave open how long the effort must pay. */
  judge: ({ intake: { maturity, lifespan } }) => {
    if (maturity === 'long-term' && lifespan === 'short-term')
      return lose(
        2,
        'Others are to depend on it for years (maturity "long-term"), yet it is to live for weeks or months (lifespan "short-term").',
        {
          winBack: 'Make the lifespan long-term, or the maturity production or prototype.',
        },
      )
    if (maturity === 'prototype' && lifespan === 'long-term')
      return lose(
        1,
        'It may break at any time (maturity "prototype"), yet it is planned to live for years (lifespan "long-term").',
        {
          winBack: 'Raise the maturity to production, or shorten the lifespan to what the trial needs.',
        },
      )
    return keep()
  },
})
