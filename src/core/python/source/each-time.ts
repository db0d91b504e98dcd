import type { SyntaxNode } from '../../../ports/grammar.ts'
import { field } from '../nodes.ts'
import type { Source } from './source.ts'

/** Functions that return something else whenever they are called, by their full names. */
const functions: ReadonlySet<string> = new Set([
  'datetime.datetime.now',
  'datetime.datetime.utcnow',
  'datetime.datetime.today',
  'datetime.date.today',
  'django.utils.timezone.now',
  'time.time',
  'time.monotonic',
  'time.time_ns',
  'uuid.uuid1',
  'uuid.uuid4',
  'uuid.uuid6',
  'uuid.uuid7',
  'secrets.token_bytes',
  'secrets.token_hex',
  'secrets.token_urlsafe',
  'random.random',
  'random.randint',
])

/** Whether a call is made for a result that differs from one time to the next: also `str(uuid4())` and `uuid4().hex`. */
export const isEachTimeAnother = (source: Source, call: SyntaxNode): boolean => {
  const called = field(call, 'function')
  if (functions.has(source.nameOf(called) ?? '')) return true
  const [only, another] = (field(call, 'arguments')?.namedChildren ?? []).filter(each => each !== null)
  if (called?.text === 'str' && only?.type === 'call' && another === undefined) return isEachTimeAnother(source, only)
  const object = called?.type === 'attribute' ? field(called, 'object') : undefined
  return object?.type === 'call' && isEachTimeAnother(source, object)
}
