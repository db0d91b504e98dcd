import { isPackageFile } from '../../../core/python/modules.ts'
import { field, parts } from '../../../core/python/nodes.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { atHead, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'init-with-definitions',
  pack: 'layout',
  allows: 'allow functions and classes in `__init__.py`',
  what: 'An `__init__.py` defines functions or classes of its own.',
  why: 'Importing any module of the package runs it, and what it defines can only be imported through the package, which is how imports begin to go round. Many good projects keep a little there, so this rule must be asked for.',
  fix: 'Move it into a module of the package, and hand it on from there.',
  at: 'src/app/__init__.py',
  bad: 'def price() -> int:\n    return 1\n',
  good: 'from app.prices import price\n\n__all__ = ["price"]\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  files: path => isPackageFile(path) && path.endsWith('.py') && !isBesideProgram(path),
  look: {
    by: 'source',
    mentions: ['def ', 'class '],
    visit: {
      module: root =>
        parts(root).flatMap(each => {
          const definition = each.type === 'decorated_definition' ? field(each, 'definition') : each
          const name = definition === undefined ? undefined : field(definition, 'name')?.text
          // `__getattr__` and `__dir__` of a module must be here.
          return definition !== undefined &&
            name !== undefined &&
            definition.type.endsWith('_definition') &&
            !/^__\w+__$/.test(name)
            ? [atHead(definition, `\`${name}\` is defined in the package’s own file.`)]
            : []
        }),
    },
  },
})
