import { keep, lose } from '../../../core/design/critique.ts'
import { counted, hasSignature } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'component-contracts',
  dimension: 'clarity',
  at: [2],
  asks: 'Does each custom component have an interface?',
  why: 'A custom component is known only by its sentence. A sentence can be built in many ways that do not fit together; signatures say what goes in, what comes out and what others may rely on, before anyone has written a line.',
  example: {
    bad: 'kind: custom, "Works out the price of an order.", and no interface.',
    good: 'The same, with `def price(order: Order, rates: Rates) -> Decimal: ...`.',
  },
  reads: ['components'],
  /** Parts that are not specified are where two people build two things; many of them and the design is only a list of wishes. */
  judge: ({ components }) => {
    const vague = components.filter(each => each.kind === 'custom' && !hasSignature(each.interface)).length
    if (vague === 0) return keep()
    return lose(
      vague > 2 ? 2 : 1,
      `${counted(vague, 'custom component')} ${vague === 1 ? 'has a sentence but no signature, so its' : 'have a sentence but no signature, so their'} contract is open.`,
      { winBack: 'Give each custom component an interface with a `def` or a `class`, or a kind that brings its own.' },
    )
  },
})
