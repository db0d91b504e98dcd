import { keep, lose } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { isBlank } from '../../../core/design/review/substance.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'empty-components',
  dimension: 'clarity',
  at: [2],
  asks: 'Does each component say what it does?',
  why: 'A component that is only a name is a box in a drawing. What it does decides what belongs into it, and everybody who puts something there will decide it differently.',
  example: { bad: 'core: tbd', good: 'prices: Works out the price of an order from its lines and rates.' },
  reads: ['components'],
  /** One gap is a point, as a missing signature is: both leave open what will be built. */
  judge: ({ components }) => {
    const empty = components.filter(each => isBlank(each.does)).map(each => each.name)
    return empty.length === 0
      ? keep()
      : lose(1, `Nothing says what ${listed(empty)} ${empty.length === 1 ? 'does' : 'do'}.`, {
          winBack: 'Say of each component in a sentence what it does.',
        })
  },
})
