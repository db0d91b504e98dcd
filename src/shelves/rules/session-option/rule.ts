import { field } from '../../../core/python/nodes.ts'
import { argumentSpan, keyword } from '../../../core/python/source/calls.ts'
import { at, type RuleHit, rule } from '../../../ports/rule.ts'

const makers =
  /^(?:sqlalchemy(?:\.\w+)*|sqlmodel(?:\.\w+)*)\.(?:sessionmaker|async_sessionmaker|Session|AsyncSession|create_engine|create_async_engine)$/

export default rule({
  id: 'session-option',
  pack: 'sqlalchemy',
  allows: 'allow `autocommit=` and `future=` for sessions and engines',
  what: 'A session or an engine is made with `autocommit=` or `future=`.',
  why: 'Both belong to version 1. In version 2 the only values left are the ones that hold anyway; `autocommit=True` raises an error.',
  fix: 'Leave the argument out. What was committed by itself needs `with session.begin():`.',
  bad: 'from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\n\nengine = create_engine("sqlite://")\nLocal = sessionmaker(autocommit=False, bind=engine)\n',
  good: 'from sqlalchemy import create_engine\nfrom sqlalchemy.orm import sessionmaker\n\nengine = create_engine("sqlite://")\nLocal = sessionmaker(bind=engine)\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel'],
    visit: {
      call: (node, source): readonly RuleHit[] => {
        const given = ['autocommit', 'future'].flatMap(name => keyword(node, name) ?? [])
        if (given.length === 0 || !makers.test(source.nameOf(field(node, 'function')) ?? '')) return []
        return given.flatMap(each => {
          const [name, value] = [field(each, 'name')?.text, field(each, 'value')?.type]
          const isHarmless = value === (name === 'future' ? 'true' : 'false')
          if (!isHarmless && (value === 'true' || value === 'false'))
            return [at(each, `\`${each.text}\` raises an error in SQLAlchemy 2.`)]
          if (!isHarmless) return []
          return [
            at(each, `\`${each.text}\` holds anyway in SQLAlchemy 2.`, {
              fix: { does: 'Leaves it out.', safety: 'safe', edits: [{ ...argumentSpan(node, each), text: '' }] },
            }),
          ]
        })
      },
    },
  },
})
