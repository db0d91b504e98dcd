import { argument, keyword } from '../../../core/python/source/arguments.ts'
import { isFixed } from '../../../core/python/source/fixed.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const yaml = /^yaml\.(?:unsafe_load|unsafe_load_all|full_load|full_load_all)$/
const unsafeLoaders = /^yaml\.(?:(?:c?yaml\.)?C?(?:Unsafe|Full)?Loader|loader\.\w*Loader)$/
const pickled =
  /^(?:joblib\.load|cloudpickle\.loads?|dill\.loads?|_pickle\.loads?|cPickle\.loads?|pandas\.read_pickle|pandas\.io\.pickle\.read_pickle|sklearn\.externals\.joblib\.load)$/
/** Ruff's S301 and S506 know these. */
const ofRuff = /^(?:dill\.loads?|cPickle\.loads?|pandas\.read_pickle)$/

const judged = (source: Source, node: SyntaxNode): string | undefined => {
  const name = source.callee(node) ?? ''
  if (yaml.test(name)) return 'This loader makes objects that the text names.'
  if (name === 'yaml.load_all' && unsafeLoaders.test(source.nameOf(argument(node, 1, 'Loader')) ?? ''))
    return 'This loader makes objects that the text names.'
  if (/^ruamel\.yaml\.YAML$/.test(name) && /^(?:unsafe|base)$/.test(source.constant(keyword(node, 'typ')) ?? ''))
    return source.constant(keyword(node, 'typ')) === 'unsafe'
      ? 'This loader makes objects that the text names.'
      : undefined
  if (/^ruamel\.yaml\.(?:load|unsafe_load|load_all)$/.test(name) && !/Safe/.test(node.text))
    return 'This loader makes objects that the text names.'
  if (name === 'numpy.load' && keyword(node, 'allow_pickle')?.type === 'true')
    return 'With pickle allowed, the file can hold code.'
  if (name === 'torch.load' && keyword(node, 'weights_only')?.type === 'false')
    return 'More than weights may be in the file, code too.'
  if (pickled.test(name) && !ofRuff.test(name)) return 'What is loaded here can hold code.'
  return undefined
}

export default rule({
  id: 'unsafe-loader',
  pack: 'security',
  allows: 'allow loaders that run what they load',
  what: 'Data is loaded by a loader that can run code, in a form that Ruff does not know: `yaml.full_load`, ruamel’s `unsafe`, `joblib`, `numpy.load(allow_pickle=True)`, `torch.load(weights_only=False)`.',
  why: 'Loading such data runs whatever code its author put into it.',
  fix: 'Use the safe loader, or a format that holds only data.',
  bad: 'import yaml\n\n\ndef load(text: str) -> object:\n    return yaml.unsafe_load(text)\n',
  good: 'import yaml\n\n\ndef load(text: str) -> object:\n    return yaml.safe_load(text)\n',
  cwe: 'CWE-502',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['yaml', 'allow_pickle', 'weights_only', 'joblib', 'cloudpickle', '_pickle'],
    visit: {
      call: (node, source) => {
        const message = judged(source, node)
        return message === undefined || isFixed(source, argument(node, 0)) ? undefined : at(node, message)
      },
    },
  },
})
