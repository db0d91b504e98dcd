import { field, fields } from '../../../core/python/nodes.ts'
import { at, replaced, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'v1-settings',
  pack: 'pydantic',
  allows: 'allow `BaseSettings` of Pydantic',
  what: '`BaseSettings` is imported from `pydantic`.',
  why: 'Pydantic 2 has moved it to a package of its own: the import raises an error.',
  fix: 'Require `pydantic-settings` and import it from `pydantic_settings`.',
  bad: 'from pydantic import BaseSettings\n\n\nclass Settings(BaseSettings):\n    debug: bool = False\n',
  good: 'from pydantic_settings import BaseSettings\n\n\nclass Settings(BaseSettings):\n    debug: bool = False\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['BaseSettings'],
    visit: {
      import_from_statement: node => {
        const module = field(node, 'module_name')
        if (module?.text !== 'pydantic') return undefined
        // An import that may fail is there for both versions.
        if (node.parent?.parent?.type === 'try_statement' || node.parent?.parent?.type === 'except_clause')
          return undefined
        const names = fields(node, 'name')
        const name = names.find(each => (field(each, 'name') ?? each).text === 'BaseSettings')
        if (name === undefined) return undefined
        return at(name, '`BaseSettings` lives in `pydantic_settings` since Pydantic 2.', {
          ...(names.length === 1 && {
            fix: {
              does: 'Imports it from `pydantic_settings`.',
              safety: 'unsafe',
              edits: [replaced(module, 'pydantic_settings')],
            },
          }),
        })
      },
      attribute: (node, source) =>
        field(node, 'attribute')?.text === 'BaseSettings' && source.nameOf(node) === 'pydantic.BaseSettings'
          ? at(node, '`BaseSettings` lives in `pydantic_settings` since Pydantic 2.')
          : undefined,
    },
  },
})
