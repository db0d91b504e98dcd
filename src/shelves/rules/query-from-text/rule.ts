import { isMigration, unfixedQuery } from '../../../core/python/source/queries.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import { at, rule } from '../../../ports/rule.ts'

export default rule({
  id: 'query-from-text',
  pack: 'security',
  allows: 'allow queries that are put together from text to be run',
  what: 'SQL is run that is put together with values that are not fixed: in the call itself, or by the name that it is given.',
  why: 'Whoever controls a part of the text controls the query: reads other tables, changes them, or drops them.',
  fix: 'Give values as parameters of the query; take names of tables and columns from a fixed list.',
  bad: 'def find(cursor, name: str) -> None:\n    query = "SELECT id FROM users WHERE name = \'" + name + "\'"\n    cursor.execute(query)\n',
  good: 'def find(cursor, name: str) -> None:\n    cursor.execute("SELECT id FROM users WHERE name = %s", (name,))\n',
  cwe: 'CWE-89',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: path => isOutsideTests(path) && !isMigration(path),
  look: {
    by: 'source',
    mentions: [
      'SELECT',
      'select ',
      'INSERT',
      'insert into',
      'UPDATE',
      'update ',
      'DELETE',
      'delete from',
      'CREATE',
      'create ',
      'ALTER',
      'DROP',
      'drop ',
      'PRAGMA',
    ],
    visit: {
      call: (node, source) =>
        unfixedQuery(source, node) !== undefined
          ? at(node, 'The SQL that is run here is put together with values that are not fixed.')
          : undefined,
    },
  },
})
