import { keep, remark } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'same-responsibility',
  dimension: 'clarity',
  at: [2],
  asks: 'Does each component have a responsibility of its own?',
  why: 'When two parts are described by the same sentence, nobody knows into which of them a change belongs, and it usually ends in both.',
  example: {
    bad: 'reader and loader, each "Loads the data."',
    good: 'reader: "Reads rows from a file." loader: "Stores rows in the database."',
  },
  reads: ['components'],
  /** Only a remark: the words are not for a rule to weigh, but that they are identical can be seen. */
  judge: ({ components }) => {
    const twins = components.filter((each, index) =>
      components.some((other, at) => at !== index && other.does.trim() === each.does.trim()),
    )
    return twins.length === 0
      ? keep()
      : remark(
          `Components ${listed([...new Set(twins.map(each => each.name))])} repeat one another’s sentence, so their responsibilities cannot be told apart.`,
          {
            winBack: 'Say of each component what only it does, or merge those that are one.',
          },
        )
  },
})
