import { keep, lose } from '../../../core/design/critique.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'no-components',
  dimension: 'clarity',
  at: [2],
  asks: 'Does any part carry the project’s meaning?',
  why: 'Packaging, settings and logging are the same in every project. What makes this one worth having lies in its components; without one, the result is a well-tested empty house.',
  example: { bad: 'components: [].', good: 'components: one, with a kind and a sentence on what it does.' },
  reads: ['components'],
  /** The description names a wish, but no part was made responsible for it. */
  judge: ({ components }) =>
    components.length > 0
      ? keep()
      : lose(2, 'No component is named, so no part of the code is responsible for what the project is for.', {
          winBack: 'Name at least one component, with its kind and what it does.',
        }),
})
