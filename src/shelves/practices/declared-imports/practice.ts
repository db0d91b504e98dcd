import { besideThePoint, met, notMet, untold } from '../../../core/project/measured.ts'
import { undeclared } from '../../../core/project/undeclared.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'declared-imports',
  title: 'Everything that is imported is declared.',
  order: 150,
  why: 'It works here because something else happens to bring it, and breaks at somebody’s who has it not.',
  todo: 'Declare it in [project] dependencies, or take the import away.',
  measure: project => {
    const { missing, possible, open, witness } = undeclared(project)
    const [first] = missing
    if (first !== undefined)
      return notMet(`${missing.map(each => each.module).join(', ')}: imported, and declared nowhere`, first.place)
    const [other] = possible
    if (open[0] !== undefined && other !== undefined)
      return untold(`${other.module} may be among what ${open[0]}`, other.place)
    if (other !== undefined)
      return untold(`${other.module} may come with one of ${other.candidates.join(', ')}`, other.place)
    return witness === undefined
      ? besideThePoint('nothing of others is imported')
      : met('each import has its requirement', witness)
  },
})
