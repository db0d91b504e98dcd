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

/** Whether an expression calls for a result that differs from one time to the next: also `str(uuid4())` and `uuid4().hex`. */
export const isEachTimeAnother = (source: Source, expression: SyntaxNode): boolean => {
  if (expression.type === 'attribute') {
    const object = field(expression, 'object')
    return object !== undefined && isEachTimeAnother(source, object)
  }
  if (expression.type !== 'call') return false
  const called = field(expression, 'function')
  if (functions.has(source.nameOf(called) ?? '')) return true
  const [only, another] = (field(expression, 'arguments')?.namedChildren ?? []).filter(each => each !== null)
  if (called?.text === 'str' && only !== undefined && another === undefined) return isEachTimeAnother(source, only)
  return called?.type === 'attribute' && isEachTimeAnother(source, called)
}
