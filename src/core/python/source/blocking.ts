import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field } from '../nodes.ts'
import type { Source } from './source.ts'

/** Functions that wait for a network, a program or a clock, by their full names. */
const functions: ReadonlySet<string> = new Set([
  'time.sleep',
  'os.system',
  'subprocess.run',
  'subprocess.call',
  'subprocess.check_call',
  'subprocess.check_output',
  'subprocess.getoutput',
  'subprocess.getstatusoutput',
  'socket.create_connection',
  'smtplib.SMTP',
  'smtplib.SMTP_SSL',
  'ftplib.FTP',
  'urllib.request.urlopen',
  'urllib.request.urlretrieve',
  'pika.BlockingConnection',
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request'].flatMap(method => [
    `requests.${method}`,
    `requests.api.${method}`,
    `httpx.${method}`,
  ]),
])

const http = 'get|post|put|patch|delete|head|options|request|send'
const session = 'execute|scalars?|exec|query|get|get_one|commit|flush|refresh|merge|rollback|bulk_\\w+'

/** Methods that wait, by the class that they belong to. */
const methods: Readonly<Record<string, RegExp>> = {
  'anthropic.Anthropic': /^(?:messages|completions)\.\w+$/,
  'boto3.Client': /^(?!meta|get_paginator|get_waiter|can_paginate|close|exceptions)[a-z_]+$/,
  'elasticsearch.Elasticsearch': /^(?:search|index|get|bulk|delete|update|count|indices\.\w+)$/,
  'httpx.Client': new RegExp(`^(?:${http}|stream)$`),
  'openai.OpenAI': /^(?:chat\.completions|completions|responses|embeddings|images|files|models)\.\w+$/,
  'paramiko.SSHClient': /^(?:connect|exec_command|open_sftp)$/,
  'redis.Redis':
    /^(?:[gs]et|delete|exists|expire|incr|decr|keys|scan|mget|mset|setex|setnx|ttl|publish|ping|eval|h\w+|l(?:push|pop|range|len|rem)|r(?:push|pop)|s(?:add|rem|members|ismember)|z\w+|x\w+|bl?pop|brpop)$/,
  'requests.Session': new RegExp(`^(?:${http})$`),
  'smtplib.SMTP': /^(?:connect|login|sendmail|send_message|starttls)$/,
  'smtplib.SMTP_SSL': /^(?:connect|login|sendmail|send_message)$/,
  'sqlalchemy.Connection': /^(?:execute|scalars?|commit|rollback)$/,
  'sqlalchemy.Engine': /^(?:connect|begin|execute)$/,
  'sqlalchemy.orm.Session': new RegExp(`^(?:${session})$`),
  'sqlite3.Connection': /^(?:execute|executemany|executescript|commit|cursor)$/,
  'sqlmodel.Session': new RegExp(`^(?:${session})$`),
  'urllib3.PoolManager': /^(?:request|urlopen)$/,
}

/** Other names of the classes above. */
const aliases: Readonly<Record<string, string>> = {
  'redis.StrictRedis': 'redis.Redis',
  'redis.client.Redis': 'redis.Redis',
  'sqlalchemy.engine.Connection': 'sqlalchemy.Connection',
  'sqlalchemy.engine.Engine': 'sqlalchemy.Engine',
  'sqlalchemy.orm.session.Session': 'sqlalchemy.orm.Session',
  'sqlalchemy.orm.scoped_session': 'sqlalchemy.orm.Session',
}

/** Modules whose own name stands in most files; there the function's says more. */
const everywhere: ReadonlySet<string> = new Set(['os', 'socket', 'time'])

/** A word that a text must hold for anything in it to wait. */
export const mentionsOfBlocking: readonly string[] = [
  ...new Set(
    [...functions, ...Object.keys(methods)].map(name => {
      const [module = name, member = name] = name.split('.')
      return everywhere.has(module) ? member : module
    }),
  ),
]

/** A method that waits, with the class of its object. */
export interface BlockingMethod {
  readonly owner: string
  readonly method: string
}

const anyMethod = new RegExp(
  Object.values(methods)
    .map(each => `(?:${each.source})`)
    .join('|'),
)

/** The method that a call calls on an object whose class is known to wait: `client.chat.completions.create` of an `OpenAI`. */
export const blockingMethod = (source: Source, call: SyntaxNode): BlockingMethod | undefined => {
  let node = field(call, 'function')
  const names: string[] = []
  while (node?.type === 'attribute') {
    names.unshift(field(node, 'attribute')?.text ?? '')
    node = field(node, 'object')
    // Most methods are called otherwise, and the class of an object takes a while to find.
    if (node === undefined || !anyMethod.test(names.join('.'))) continue
    const kind = /^(?:identifier|attribute|call)$/.test(node.type) ? source.instanceOf(node) : undefined
    if (kind === undefined) continue
    const owner = aliases[kind] ?? kind
    const method = names.join('.')
    return methods[owner]?.test(method) === true ? { owner, method } : undefined
  }
  return undefined
}

/** What a call waits for while nothing else in its thread can run; undefined where it is not known to wait. */
export const blockingCall = (source: Source, call: SyntaxNode): string | undefined => {
  const name = source.nameOf(field(call, 'function'))
  if (name !== undefined && functions.has(name)) return name
  const found = blockingMethod(source, call)
  return found && `${found.owner}.${found.method}`
}
