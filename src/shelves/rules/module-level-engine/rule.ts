import { isOfProgram } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { at, rule } from '../../../ports/rule.ts'

const engines = /^(?:sqlalchemy\.Engine|sqlalchemy\.ext\.asyncio\.AsyncEngine)$/

export default rule({
  id: 'module-level-engine',
  pack: 'sqlalchemy',
  allows: 'allow an engine that a module makes while it is imported',
  what: 'A module makes an engine while it is imported.',
  why: 'Importing it needs the settings and the driver, so that a test or a tool that never asks the database must have both; and nothing closes its connections. Many good projects live with it, so it is only looked for by its name.',
  fix: 'Make it in the lifespan of the application, or in a function that is called once, and hand it on.',
  bad: 'from sqlalchemy import create_engine\n\nengine = create_engine("sqlite://")\n',
  good: 'from sqlalchemy import Engine, create_engine\n\n\ndef make_engine(url: str) -> Engine:\n    return create_engine(url)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  optIn: true,
  files: isOfProgram,
  look: {
    by: 'source',
    mentions: ['create_engine', 'create_async_engine'],
    visit: {
      assignment: (node, source) => {
        const right = field(node, 'right')
        if (right?.type !== 'call' || source.scopeAt(node.startIndex).kind !== 'module') return undefined
        return engines.test(source.instanceOf(right) ?? '')
          ? at(node, `\`${field(node, 'left')?.text ?? ''}\` is made while the module is imported.`)
          : undefined
      },
    },
  },
})
