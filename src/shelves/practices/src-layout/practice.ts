import { besideThePoint, met, notMet, untold } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'src-layout',
  title: 'The packages lie below src.',
  order: 10,
  why: 'Beside the package, tests import what lies in the working folder, and never notice that a file is missing from what users install.',
  todo: 'Move the packages below src, and name the folder where the build backend asks for it.',
  measure: (_, { claims }) => {
    const layout = claims.find(each => each.topic === 'layout')
    if (layout === undefined) return untold('the layout itself is unknown')
    if (layout.value.startsWith('application')) return besideThePoint('nothing here is installed as a package')
    return layout.value.startsWith('src')
      ? met(`the layout is ${layout.value}`, layout.place)
      : notMet(`the layout is ${layout.value}`, layout.place)
  },
})
