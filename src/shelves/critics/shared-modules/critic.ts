import { keep, lose } from '../../../core/design/critique.ts'
import { counted } from '../../../core/design/review/facts.ts'
import { isModule } from '../../../core/design/review/tree.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'shared-modules',
  dimension: 'risk',
  at: [2],
  asks: 'Does each component have a module of its own?',
  why: 'Parts in one file reach into one another because nothing stops them. The import at the top of a file is the cheapest boundary there is: it can be seen, checked and forbidden.',
  example: { bad: 'Four components and a single module.', good: 'Four components, each in its own module.' },
  reads: ['components', 'structure.files'],
  /** Fewer modules than parts means that some parts cannot be told apart in the code. */
  judge: ({ components, structure }) => {
    const modules = structure.files.filter(isModule).length
    return components.length < 2 || modules >= components.length
      ? keep()
      : lose(
          1,
          `${counted(components.length, 'component')} would share ${counted(modules, 'module')}, with no boundary between them.`,
          {
            winBack: 'Give each component a module of its own in the tree.',
          },
        )
  },
})
