import { isFixturePath, isLockFile } from '../../../core/python/credential.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'known-secret',
  pack: 'security',
  allows: 'allow keys and tokens of known services in any file',
  what: 'A text has the shape of a key, a token or a password of a known service: of a cloud, a code host, a database with its user.',
  why: 'Whoever can read the repository can use it, and it stays in the history after it is removed.',
  fix: 'Withdraw the secret where it was issued, then read the new one from the environment.',
  bad: 'KEY_ID = "AKIAQYLPMN5HHHFPZAM2"\n',
  good: 'import os\n\nKEY_ID = os.environ["AWS_ACCESS_KEY_ID"]\n',
  cwe: 'CWE-798',
  severity: 'critical',
  confidence: 'high',
  since: '0.2.0',
  // The gate looks into those, too; there made-up keys are the rule.
  files: path => !isFixturePath(path) && !isLockFile(path),
  look: { by: 'secrets' },
})
