import { positional } from '../../../core/python/source/arguments.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import { bindingsAt } from '../../../core/python/source/meaning.ts'
import { callAt } from '../../../core/python/source/place.ts'
import type { Source } from '../../../core/python/source/source.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import type { RuleHit } from '../../../ports/rule.ts'
import { ofRuff } from '../../../ports/rule-family.ts'

/** A file that the program names itself: `open("cache.pickle", "rb")`, in the call or by the `with` around it. */
const isOwnFile = (source: Source, data: SyntaxNode): boolean => {
  const [given] = data.type === 'identifier' ? (bindingsAt(source, data.text, data.startIndex)?.bindings ?? []) : []
  const opened = data.type === 'call' ? data : given?.kind === 'context' ? given.value : undefined
  if (opened?.type !== 'call' || source.callee(opened) !== 'builtins.open') return false
  return isFixed(source, positional(opened)[0])
}

/** A copy of what the program itself holds: `pickle.loads(pickle.dumps(value))`, or bytes that are written down. */
const isOwnData = (hit: RuleHit, source: Source): boolean => {
  const call = callAt(source, hit)
  const [data] = call === undefined ? [] : positional(call)
  if (data === undefined) return false
  return (
    (data.type === 'call' && source.callee(data)?.endsWith('.dumps') === true) ||
    isFixed(source, data) ||
    isOwnFile(source, data)
  )
}

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-502',
    severity: 'high',
    confidence: 'medium',
    why: 'Loading such data runs whatever code its author put into it.',
    fix: 'Use a format that holds only data, such as JSON, and validate it.',
    since: '0.2.0',
  },
  [
    {
      code: 'S301',
      id: 'suspicious-pickle-usage',
      allows: 'allow data to be loaded with pickle',
      what: 'Data is loaded with `pickle`, or with a module that stands on it (`shelve`, `dill`, `jsonpickle`, pandas).',
      bad: 'import pickle\n\n\ndef load(data: bytes) -> object:\n    return pickle.loads(data)\n',
      good: 'import json\n\n\ndef load(data: bytes) -> object:\n    return json.loads(data)\n',
      except: (hit, source) => source.isTest || isOwnData(hit, source),
    },
    {
      code: 'S302',
      id: 'suspicious-marshal-usage',
      allows: 'allow data to be loaded with marshal',
      what: 'Data is loaded with `marshal`.',
      bad: 'import marshal\n\n\ndef load(data: bytes) -> object:\n    return marshal.loads(data)\n',
      good: 'import json\n\n\ndef load(data: bytes) -> object:\n    return json.loads(data)\n',
      except: (hit, source) => source.isTest || isOwnData(hit, source),
    },
    {
      code: 'S506',
      id: 'unsafe-yaml-load',
      allows: 'allow YAML that makes objects',
      what: 'YAML is loaded with a loader that makes any object.',
      confidence: 'high',
      why: 'This loader builds any Python object that the text names.',
      fix: 'Use `yaml.safe_load`.',
      bad: 'import yaml\n\n\ndef load(text: str) -> object:\n    return yaml.load(text, Loader=yaml.Loader)\n',
      good: 'import yaml\n\n\ndef load(text: str) -> object:\n    return yaml.safe_load(text)\n',
      except: isOwnData,
    },
  ],
)
