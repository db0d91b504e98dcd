import { besideThePoint, met, notMet } from '../../../core/project/measured.ts'
import { fileOf } from '../../../core/project/project.ts'
import { below } from '../../../core/python/packaging/located.ts'
import { practice } from '../../../ports/practice.ts'

export default practice({
  id: 'metadata',
  title: 'The metadata stands in [project] of pyproject.toml.',
  order: 20,
  why: 'Every tool reads that table; what setup.py works out is known only to who runs it.',
  todo: 'Write name, version, requires-python and dependencies into [project], and leave to setup.py what cannot be said there.',
  measure: ({ main, view }) => {
    const table = below(main.pyproject, 'project')
    const path = fileOf(main, 'pyproject.toml')
    if (table !== undefined) return met('[project] is there', { path, line: table.line })
    if (!main.packaged) return besideThePoint('nothing here is packaged')
    const other =
      (['setup.py', 'setup.cfg'] as const).map(name => fileOf(main, name)).find(view.has) ??
      fileOf(main, 'pyproject.toml')
    const line = main.setupPy?.line ?? below(main.pyproject, 'tool', 'poetry')?.line ?? 1
    return notMet(`the metadata stands in ${other}`, { path: other, line: other.endsWith('.cfg') ? 1 : line })
  },
})
