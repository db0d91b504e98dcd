import { field } from '../../../core/python/nodes.ts'
import { positional } from '../../../core/python/source/calls.ts'
import { at, rule } from '../../../ports/rule.ts'

const readers: ReadonlySet<string> = new Set(['os.getenv', 'os.environ.get'])

export default rule({
  id: 'boolean-of-environment',
  pack: 'settings',
  allows: 'allow `bool(…)` of an environment variable',
  what: 'An environment variable is turned into a truth value with `bool(…)`.',
  why: 'Every text but the empty one is true: `DEBUG=false` and `DEBUG=0` switch it on.',
  fix: 'Compare with the words that mean yes, or let the settings class read it (`debug: bool`).',
  bad: 'import os\n\nDEBUG = bool(os.getenv("DEBUG", "false"))\n',
  good: 'import os\n\nDEBUG = os.getenv("DEBUG", "false").lower() in {"1", "true", "yes"}\n',
  severity: 'high',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'source',
    mentions: ['environ', 'getenv'],
    visit: {
      call: (node, source) => {
        if (field(node, 'function')?.text !== 'bool') return undefined
        const [given] = positional(node)
        if (given === undefined) return undefined
        const read =
          given.type === 'call'
            ? source.callee(given)
            : given.type === 'subscript' && source.nameOf(field(given, 'value')) === 'os.environ'
              ? 'os.getenv'
              : undefined
        // What is only asked for its being there is asked rightly.
        const isPresence = given.type === 'call' && positional(given).length === 1
        if (read === undefined || !readers.has(read) || isPresence) return undefined
        return at(node, 'Every text but the empty one is true, "false" and "0" too.')
      },
    },
  },
})
