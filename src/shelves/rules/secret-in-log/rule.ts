import { field, parts } from '../../../core/python/nodes.ts'
import { lastName } from '../../../core/python/outside/sinks.ts'
import { shownSecret } from '../../../core/python/source/shown-secret.ts'
import type { Source } from '../../../core/python/source/source.ts'
import { isOutsideTests } from '../../../core/python/test-file.ts'
import type { SyntaxNode } from '../../../ports/grammar.ts'
import { at, rule } from '../../../ports/rule.ts'

const levels = /^(?:debug|info|warning|warn|error|exception|critical|fatal|log|trace|success)$/

/** By what it is, or where that cannot be told by what loggers are called everywhere. */
const isLogger = (source: Source, node: SyntaxNode | undefined): boolean => {
  if (node === undefined) return false
  const name = source.nameOf(node) ?? source.instanceOf(node) ?? ''
  if (/^(?:logging|loguru\.logger|structlog)\b/.test(name)) return true
  return /(?:^|[._])(?:log|logger|logging)(?:\(\))?$/i.test(node.text)
}

export default rule({
  id: 'secret-in-log',
  pack: 'security',
  allows: 'allow secrets in logs',
  what: 'A log line shows a password, a key or a token by its name, the value of a `SecretStr`, or the whole environment.',
  why: 'Logs are kept for years, copied to other systems, and read by more people than may use the secret.',
  fix: 'Leave it out, or log what tells it apart: its owner, its id, its last digits.',
  bad: 'import logging\n\n\ndef enter(name: str, password: str) -> None:\n    logging.info("login of %s with %s", name, password)\n',
  good: 'import logging\n\n\ndef enter(name: str, password: str) -> None:\n    logging.info("login of %s", name)\n',
  cwe: 'CWE-532',
  severity: 'high',
  confidence: 'medium',
  since: '0.2.0',
  files: isOutsideTests,
  look: {
    by: 'source',
    mentions: ['log', 'LOG'],
    visit: {
      call: (node, source) => {
        if (!levels.test(lastName(node))) return undefined
        const called = field(node, 'function')
        if (called?.type !== 'attribute' || !isLogger(source, field(called, 'object'))) return undefined
        const given = field(node, 'arguments')
        for (const each of given === undefined ? [] : parts(given)) {
          const found = shownSecret(source, each)
          if (found !== undefined) return at(found, 'What is logged here holds a secret.')
        }
        return undefined
      },
    },
  },
})
