import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'typed-marker',
  title: 'The package says that it is typed (py.typed).',
  order: 70,
  why: 'Without the marker a type checker of whoever imports it takes every annotation for absent.',
  todo: 'Put an empty py.typed into each package, and see that it is built in.',
  measure: ({ main, view }) => {
    const packages = main.packages.filter(each => each.kind === 'package')
    if (!main.packaged || packages.length === 0) return besideThePoint('no package is installed by others')
    const without = packages.find(each => !view.has(`${each.path}/py.typed`))
    const [first] = packages
    if (without !== undefined) return notMet(`${without.name} has no py.typed`, without.place)
    return met('each package has one', { path: `${first?.path ?? ''}/py.typed`, line: 1 })
  },
})
