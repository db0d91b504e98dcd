import { isOfProgram } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const old: ReadonlySet<string> = new Set([
  'sqlalchemy.orm.declarative_base',
  'sqlalchemy.ext.declarative.declarative_base',
  'sqlalchemy.ext.declarative.as_declarative',
])

export default rule({
  id: 'declarative-base-call',
  pack: 'sqlalchemy',
  allows: 'allow `declarative_base()`',
  what: 'The base class of the models is made by calling `declarative_base`.',
  why: 'No type checker knows what the call returns, so that every model and every column is `Any`. The function in `sqlalchemy.ext.declarative` is deprecated besides.',
  fix: 'Write `class Base(DeclarativeBase): pass`.',
  bad: 'from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n',
  good: 'from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: ['declarative_base', 'as_declarative'],
    visit: {
      call: (node, source) =>
        old.has(source.nameOf(field(node, 'function')) ?? '')
          ? at(node, 'A class that derives from `DeclarativeBase` has types; what this call returns has none.')
          : undefined,
    },
  },
})
