import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { fileOf } from '../../../core/project/project.ts'
import { below } from '../../../core/python/packaging/located.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'build-backend',
  title: 'What builds the package is named.',
  order: 30,
  why: 'Without [build-system] every installer builds with the setuptools of its day.',
  todo: 'Name requires and build-backend in [build-system].',
  measure: ({ main }) => {
    const node = below(main.pyproject, 'build-system', 'build-backend')
    if (node !== undefined)
      return met('[build-system] names it', { path: fileOf(main, 'pyproject.toml'), line: node.line })
    return main.packaged ? notMet('[build-system] names none') : besideThePoint('nothing here is built')
  },
})
