import { coroutineAround } from '../../../core/python/source/definitions.ts'
import { at, rule } from '../../../ports/rule.ts'

/** Functions that connect or query and block, by their full names; each driver's own documentation says which. */
const blocking: ReadonlySet<string> = new Set([
  'sqlite3.connect',
  'psycopg2.connect',
  'psycopg.connect',
  'psycopg.Connection.connect',
  'pymysql.connect',
  'MySQLdb.connect',
  'mysql.connector.connect',
  'pyodbc.connect',
  'cx_Oracle.connect',
  'oracledb.connect',
  'pymssql.connect',
  'pymongo.MongoClient',
  'redis.Redis',
  'redis.StrictRedis',
  'redis.from_url',
  'redis.Redis.from_url',
  'sqlalchemy.create_engine',
  'sqlalchemy.orm.Session',
])

/** Words of which a file must hold one: the modules above. */
const modules = [...new Set([...blocking].map(name => name.split('.')[0] ?? name))]

export default rule({
  id: 'sync-driver',
  pack: 'async',
  allows: 'allow a synchronous database driver in async code',
  what: 'A coroutine connects to a database with a driver that blocks.',
  why: 'Every query stops the event loop until the database has answered, so that the service handles one request at a time.',
  fix: 'Use the asynchronous driver (asyncpg, `psycopg.AsyncConnection`, aiosqlite, `redis.asyncio`, `create_async_engine`), or run the call in a thread.',
  bad: 'import sqlite3\n\n\nasync def count() -> int:\n    return sqlite3.connect("app.db").execute("SELECT 1").fetchone()[0]\n',
  good: 'import aiosqlite\n\n\nasync def count() -> None:\n    async with aiosqlite.connect("app.db") as connection:\n        await connection.execute("SELECT 1")\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: modules,
    visit: {
      call: (node, source) => {
        const called = source.callee(node)
        if (called === undefined || !blocking.has(called)) return undefined
        if (coroutineAround(source, node) === undefined) return undefined
        return at(node, `\`${called}\` blocks, and this is a coroutine.`)
      },
    },
  },
})
