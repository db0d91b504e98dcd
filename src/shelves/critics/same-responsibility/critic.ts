import { keep, lose, remark } from '../../../core/design/critique.ts'
import { listed } from '../../../core/design/review/facts.ts'
import { wording } from '../../../core/design/review/substance.ts'
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
  /** That words are identical can be seen without weighing them. Two may be a slip; three are a list without a design. */
  judge: ({ components }) => {
    const bySentence = Map.groupBy(components, each => wording(each.does))
    const twins = components.filter(each => (bySentence.get(wording(each.does)) ?? []).length > 1)
    if (twins.length === 0) return keep()
    const says = `Components ${listed([...new Set(twins.map(each => each.name))])} are described by the same sentence, so their responsibilities cannot be told apart.`
    const add = { winBack: 'Say of each component what only it does, or merge those that are one.' }
    return twins.length > 2 ? lose(1, says, add) : remark(says, add)
  },
})
