import { at, rule } from '../../../ports/rule.ts'

const removed = /^sqlalchemy\.(?:engine\.)?Engine\.(?:execute|scalar|table_names|has_table)$/

export default rule({
  id: 'engine-execute',
  pack: 'sqlalchemy',
  allows: 'allow statements to be executed by the engine',
  what: 'A statement is executed by the engine itself.',
  why: 'SQLAlchemy 2 has removed it: the call raises an AttributeError. In version 1 it committed by itself, each statement alone.',
  fix: 'Execute it on a connection: `with engine.begin() as connection: connection.execute(…)`.',
  bad: 'from sqlalchemy import create_engine, text\n\nengine = create_engine("sqlite://")\nengine.execute(text("DELETE FROM users"))\n',
  good: 'from sqlalchemy import create_engine, text\n\nengine = create_engine("sqlite://")\nwith engine.begin() as connection:\n    connection.execute(text("DELETE FROM users"))\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['sqlalchemy'],
    visit: {
      call: (node, source) => {
        const written = node.childForFieldName('function')?.text ?? ''
        if (!/\.(?:execute|scalar|table_names|has_table)$/.test(written)) return undefined
        return removed.test(source.callee(node) ?? '')
          ? at(node, `\`${written}\` does not exist in SQLAlchemy 2.`)
          : undefined
      },
    },
  },
})
