import { isFixturePath, isLockFile, isPlaceholder } from '../../../core/python/credential.ts'
import { rule } from '../../../ports/rule.ts'

/** A user and a password in an address. */
const address = /^[a-z][a-z0-9+.-]{0,30}:\/\/([^:@/\s]{0,200}):([^@\s]{0,200})@([^\s/:'"`,;)?]{0,200})/i

/** Words that stand in pages and compose files where a password will be. */
const stand =
  /^(?:pass(?:w(?:or)?d|wd)?|pwd|pw|secret|user(?:name)?|admin|root|postgres(?:ql)?|mysql|guest|redis|db|dev|local|prod|app|api|token|x+|\*+|\.{3,})\d{0,3}$/i

const isStandIn = (rest: string): boolean => {
  const [, user = '', password = '', host = ''] = address.exec(rest) ?? []
  // `xoxb-your-bot-token-here`, `AKIA…EXAMPLE`.
  if (password === '') return isPlaceholder(/^[\w.+/=-]{0,200}/.exec(rest)?.[0] ?? '')
  return (
    isPlaceholder(password) ||
    stand.test(password) ||
    password.toLowerCase() === user.toLowerCase() ||
    /[{}$<>%]/.test(password) ||
    /(?:^|\.)example(?:\.(?:com|org|net))?$|\.(?:test|invalid)$/i.test(host)
  )
}

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
  look: { by: 'secrets', except: isStandIn },
})
