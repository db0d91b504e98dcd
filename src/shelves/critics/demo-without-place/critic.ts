import { keep, lose } from '../../../core/design/critique.ts'
import { isUnder } from '../../../core/design/review/tree.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'demo-without-place',
  dimension: 'risk',
  at: [2],
  asks: 'Does the tree have a place for the demonstration that was asked for?',
  why: 'The approved tree is what gets made. A feature that has no place in it is either dropped silently or put somewhere nobody approved.',
  example: {
    bad: 'demo: tutorial, and a tree without examples/.',
    good: 'demo: tutorial with examples/tutorial.py in the tree.',
  },
  reads: ['features.demo', 'structure.files'],
  /** Features and structure disagree. */
  judge: ({ features, structure }) =>
    features.demo === 'none' || structure.files.some(file => isUnder(file, 'examples'))
      ? keep()
      : lose(1, `A ${features.demo} demonstration was asked for, but the tree has no file under examples/.`, {
          winBack: 'Add a file under examples/ to the tree, or set features.demo to none.',
        }),
})
