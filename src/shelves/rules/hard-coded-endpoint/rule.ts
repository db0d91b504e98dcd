import { isOfProgram, isSettings } from '../../../core/python/file-role.ts'
import { field } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const stores =
  /^(?:postgres(?:ql)?|mysql|mariadb|oracle|mssql|mongodb|redis|rediss|amqps?|pyamqp|nats|ldaps?|smtps?|clickhouse)(?:\+\w+)?:\/\/[^\s/{}<>%*]+\S*$/
const nearby =
  /^(?:https?|wss?|grpc):\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|10(?:\.\d{1,3}){3}|192\.168(?:\.\d{1,3}){2}|[\w.-]+\.(?:internal|local|lan|intranet|corp))(?::\d+)?(?:\/\S*)?$/

const longest = 300

/** Arguments that show or suggest an address, or say what holds where nothing was set. */
const suggests =
  /^(?:default|default_factory|examples?|description|help|placeholder|title|doc|fallback|metavar|json_schema_extra)$/
/** Calls whose further arguments hold where nothing was set. */
const looksUp = /(?:^|[._])(?:get|getenv|env|setdefault|pop|getattr|config|str)$/
/** Calls that describe, compare or tell. */
const tells =
  /(?:^|[._])(?:startswith|endswith|replace|removeprefix|split|match|search|sub|Field|Option|Argument|add_argument|option|HttpUrl|print|echo|debug|info|warning|error|exception|log|warn)$/

/** Whether what stands around a text says that it is no address that the program goes to. */
const isAside = (node: SyntaxNode | null, from: SyntaxNode): boolean => {
  if (node === null) return false
  switch (node.type) {
    case 'default_parameter':
    case 'typed_default_parameter':
    case 'comparison_operator':
    case 'expression_statement':
    case 'raise_statement':
    case 'interpolation':
    case 'decorator':
    case 'boolean_operator':
      return true
    case 'keyword_argument':
      return suggests.test(field(node, 'name')?.text ?? '') || isAside(node.parent, node)
    case 'call': {
      const called = field(node, 'function')?.text ?? ''
      return (
        tells.test(called) ||
        (looksUp.test(called) && positional(node)[0]?.id !== from.id) ||
        isAside(node.parent, node)
      )
    }
    case 'pair':
      return suggests.test((field(node, 'key')?.text ?? '').replaceAll(/["']/g, '')) || isAside(node.parent, node)
    case 'assignment':
      return /default|example|sample|fallback|pattern|regex/i.test(field(node, 'left')?.text ?? '')
    case 'module':
    case 'block':
    case 'return_statement':
      return false
    default:
      return isAside(node.parent, node.type === 'argument_list' ? from : node)
  }
}

const isSettingsClass = (node: SyntaxNode | undefined): boolean =>
  node !== undefined &&
  /(?:Settings|Config|Configuration|Options|Args|Arguments|Params|Defaults)$/.test(field(node, 'name')?.text ?? '')

export default rule({
  id: 'hard-coded-endpoint',
  pack: 'settings',
  allows: 'allow addresses of one machine in source',
  what: 'The address of a database, a broker or a service of one’s own stands in source, outside the settings.',
  why: 'The program runs in that one place only. Elsewhere somebody must find and change the line, and whoever forgets talks to the wrong machine.',
  fix: 'Read it from the settings, with the address for development as its default there.',
  bad: 'import redis\n\nqueue = redis.Redis.from_url("redis://localhost:6379/0")\n',
  good: 'import redis\n\nfrom app.settings import settings\n\nqueue = redis.Redis.from_url(settings.redis_url)\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: path => isOfProgram(path) && !isSettings(path),
  look: {
    by: 'source',
    mentions: ['://'],
    visit: {
      string_content: (node, source) => {
        const { text } = node
        // A longer text is no address, and the patterns would take long over it.
        if (text.length > longest || !text.includes('://') || (!stores.test(text) && !nearby.test(text)))
          return undefined
        const string = node.parent
        if (string === null || string.descendantsOfType('interpolation').length > 0) return undefined
        if (isAside(string.parent, string) || isSettingsClass(source.classAround(string))) return undefined
        const address = text.replace(/\/\/[^/@]*@/, '//…@')
        return at(string, `\`${address}\` is the address of one place; the settings say where the program runs.`)
      },
    },
  },
})
