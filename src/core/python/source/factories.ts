/**
 * Functions whose result is always of one class, which they are not called like; each library's own documentation says so.
 */
export const madeBy: ReadonlyMap<string, string> = new Map([
  ['asyncio.get_event_loop', 'asyncio.AbstractEventLoop'],
  ['asyncio.get_running_loop', 'asyncio.AbstractEventLoop'],
  ['asyncio.new_event_loop', 'asyncio.AbstractEventLoop'],
  ['boto3.client', 'boto3.Client'],
  ['boto3.resource', 'boto3.Resource'],
  ['boto3.session.Session', 'boto3.Session'],
  ['logging.getLogger', 'logging.Logger'],
  ['redis.from_url', 'redis.Redis'],
  ['redis.Redis.from_url', 'redis.Redis'],
  ['redis.asyncio.from_url', 'redis.asyncio.Redis'],
  ['redis.asyncio.Redis.from_url', 'redis.asyncio.Redis'],
  ['requests.session', 'requests.Session'],
  ['requests.sessions.Session', 'requests.Session'],
  ['sqlalchemy.create_engine', 'sqlalchemy.Engine'],
  ['sqlalchemy.ext.asyncio.create_async_engine', 'sqlalchemy.ext.asyncio.AsyncEngine'],
  ['sqlalchemy.ext.asyncio.async_sessionmaker', 'sqlalchemy.ext.asyncio.async_sessionmaker'],
  ['sqlalchemy.orm.scoped_session', 'sqlalchemy.orm.scoped_session'],
  ['sqlalchemy.orm.sessionmaker', 'sqlalchemy.orm.sessionmaker'],
  ['sqlite3.connect', 'sqlite3.Connection'],
  ['sqlmodel.create_engine', 'sqlalchemy.Engine'],
  ['threading.BoundedSemaphore', 'threading.Semaphore'],
])

/** Classes whose instances are called to make something else. */
export const madeByCalling: ReadonlyMap<string, string> = new Map([
  ['sqlalchemy.ext.asyncio.async_sessionmaker', 'sqlalchemy.ext.asyncio.AsyncSession'],
  ['sqlalchemy.orm.scoped_session', 'sqlalchemy.orm.Session'],
  ['sqlalchemy.orm.sessionmaker', 'sqlalchemy.orm.Session'],
])
