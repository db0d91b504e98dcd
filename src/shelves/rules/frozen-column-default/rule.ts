import { field, parts } from '../../../core/python/nodes.ts'
import { keyword } from '../../../core/python/source/calls.ts'
import { isEachTimeAnother } from '../../../core/python/source/each-time.ts'
import { at, type RuleHit, replaced, rule } from '../../../ports/rule.ts'

const columns = /^(?:sqlalchemy(?:\.\w+)*\.(?:Column|mapped_column)|sqlmodel\.Field)$/

export default rule({
  id: 'frozen-column-default',
  pack: 'sqlalchemy',
  allows: 'allow a default that was worked out when the program began',
  what: 'A column’s `default` or `onupdate` is the result of a call such as `datetime.now()` or `uuid4()`, not the function.',
  why: 'The call runs once, while the module is imported: every row of this process gets the same time or the same id.',
  fix: 'Give the function itself (`default=uuid4`), or a lambda.',
  bad: 'from uuid import uuid4\n\nfrom sqlalchemy import Column, String\n\nkey = Column(String, default=uuid4())\n',
  good: 'from uuid import uuid4\n\nfrom sqlalchemy import Column, String\n\nkey = Column(String, default=uuid4)\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['sqlalchemy', 'sqlmodel'],
    visit: {
      call: (node, source): readonly RuleHit[] => {
        const given = ['default', 'onupdate'].flatMap(name => keyword(node, name) ?? [])
        if (given.length === 0 || !columns.test(source.nameOf(field(node, 'function')) ?? '')) return []
        return given.flatMap(each => {
          const value = field(each, 'value')
          if (value === undefined || !isEachTimeAnother(source, value)) return []
          const args = field(value, 'arguments')
          const isBare =
            value.type === 'call' &&
            !/^str$/.test(field(value, 'function')?.text ?? '') &&
            args !== undefined &&
            parts(args).length === 0
          const by = isBare ? (field(value, 'function')?.text ?? '') : `lambda: ${value.text}`
          return [
            at(value, `\`${value.text}\` is worked out once, when the module is imported.`, {
              fix: {
                does: 'Gives the function, which each row calls.',
                safety: 'unsafe',
                edits: [replaced(value, by)],
              },
            }),
          ]
        })
      },
    },
  },
})
