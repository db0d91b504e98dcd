import { isOfProgram } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

const metadata = /^sqlalchemy\.(?:\w+\.)*MetaData$/

export default rule({
  id: 'bound-metadata',
  pack: 'sqlalchemy',
  allows: 'allow `MetaData` to be bound to an engine',
  what: '`MetaData` is given an engine: `MetaData(bind=…)`, or `metadata.bind = …`.',
  why: 'SQLAlchemy 2 has removed it: the argument raises a TypeError, and the assignment does nothing.',
  fix: 'Give the engine to what needs it: `metadata.create_all(engine)`, `Table(…, autoload_with=engine)`.',
  bad: 'from sqlalchemy import MetaData, create_engine\n\nmetadata = MetaData(bind=create_engine("sqlite://"))\n',
  good: 'from sqlalchemy import MetaData, create_engine\n\nmetadata = MetaData()\nmetadata.create_all(create_engine("sqlite://"))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: ['MetaData', 'metadata.bind'],
    visit: {
      call: (node, source) => {
        const given = keyword(node, 'bind')
        return given !== undefined && metadata.test(source.nameOf(field(node, 'function')) ?? '')
          ? at(given, '`MetaData` takes no engine in SQLAlchemy 2.')
          : undefined
      },
      assignment: (node, source) => {
        const left = field(node, 'left')
        if (left?.type !== 'attribute' || field(left, 'attribute')?.text !== 'bind') return undefined
        return metadata.test(source.instanceOf(field(left, 'object')) ?? '')
          ? at(node, '`MetaData` has no engine in SQLAlchemy 2.')
          : undefined
      },
    },
  },
})
