import { ofRuff } from '../../../ports/rule-family.ts'
import { isNoSecret } from './noise.ts'

// By the name alone, whatever the value is: the rules that judge the value (`generic-secret`, `known-secret`) hold for everybody.
const member = { optIn: true, except: isNoSecret } as const

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-798',
    severity: 'high',
    confidence: 'medium',
    why: 'Whoever can read the source can read the secret, and it stays in the history after it is removed.',
    fix: 'Read it from the environment or a secret store, and change the secret.',
    since: '0.2.0',
  },
  [
    {
      ...member,
      code: 'S105',
      id: 'hardcoded-password-string',
      allows: 'allow a literal for a name that says password',
      what: 'A name, key or attribute that says password, token or secret is given, or compared with, a literal.',
      bad: 'db_password = "correct horse"\n',
      good: 'import os\n\ndb_password = os.environ["DB_PASSWORD"]\n',
    },
    {
      ...member,
      code: 'S106',
      id: 'hardcoded-password-func-arg',
      allows: 'allow a literal as an argument that says password',
      what: 'A call passes a literal as an argument that says password, token or secret.',
      bad: 'client = connect("db", password="correct horse")\n',
      good: 'client = connect("db", password=settings.password)\n',
    },
    {
      ...member,
      code: 'S107',
      id: 'hardcoded-password-default',
      allows: 'allow a literal as the default of a parameter that says password',
      what: 'A parameter that says password, token or secret has a literal as its default.',
      bad: 'def connect(host: str, password: str = "correct horse") -> None: ...\n',
      good: 'def connect(host: str, password: str) -> None: ...\n',
    },
  ],
)
