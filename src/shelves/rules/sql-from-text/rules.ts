import { ofRuff } from '../../../ports/rule-family.ts'
import { isNoQuery, isOwnQuery } from './noise.ts'

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-89',
    severity: 'high',
    confidence: 'medium',
    why: 'Whoever controls a part of the string controls the query.',
    fix: 'Give values as parameters of the query; take names of tables and columns from a fixed list.',
    since: '0.2.0',
  },
  [
    {
      code: 'S608',
      id: 'hardcoded-sql-expression',
      allows: 'allow SQL that is put together from text',
      what: 'A text that reads like SQL is put together with values that are not fixed.',
      bad: 'def find(name: str) -> str:\n    return f"SELECT id FROM shelves WHERE name = \'{name}\'"\n',
      good: 'def find(cursor, name: str) -> None:\n    cursor.execute("SELECT id FROM shelves WHERE name = %s", (name,))\n',
      except: isNoQuery,
    },
    {
      code: 'S610',
      id: 'django-extra',
      allows: 'allow SQL in Django’s `extra`',
      what: 'Django’s `extra` is given SQL that is not fixed.',
      bad: 'from django.contrib.auth.models import User\n\n\ndef find(name: str) -> object:\n    return User.objects.extra(where=["name = " + name])\n',
      good: 'from django.contrib.auth.models import User\n\n\ndef find(name: str) -> object:\n    return User.objects.filter(username=name)\n',
    },
    {
      code: 'S611',
      id: 'django-raw-sql',
      allows: 'allow SQL in Django’s `RawSQL`',
      what: 'Django’s `RawSQL` is given SQL that is not fixed.',
      bad: 'from django.db.models.expressions import RawSQL\n\n\ndef by(name: str) -> object:\n    return RawSQL(f"lower({name})", ())\n',
      good: 'from django.db.models.functions import Lower\n\n\ndef by(name: str) -> object:\n    return Lower(name)\n',
      except: isOwnQuery,
    },
  ],
)
