import { ofRuff } from '../../../ports/rule-family.ts'

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-390',
    severity: 'low',
    confidence: 'high',
    why: 'An error that nobody sees is found when it has done its harm.',
    fix: 'Catch the exception that you expect, and log what you go on from.',
    since: '0.2.0',
  },
  [
    {
      code: 'S110',
      id: 'try-except-pass',
      allows: 'allow every exception to be passed over',
      what: 'Every exception is caught, and nothing is done about it.',
      bad: 'try:\n    refresh()\nexcept Exception:\n    pass\n',
      good: 'import logging\n\ntry:\n    refresh()\nexcept OSError:\n    logging.exception("the cache stays as it is")\n',
      optIn: true,
    },
    {
      code: 'S112',
      id: 'try-except-continue',
      allows: 'allow a loop to go on past every exception',
      what: 'Every exception in a loop is caught, and the loop goes on in silence.',
      bad: 'for row in rows:\n    try:\n        load(row)\n    except Exception:\n        continue\n',
      good: 'import logging\n\nfor row in rows:\n    try:\n        load(row)\n    except ValueError:\n        logging.warning("left out: row %s", row.id)\n',
      optIn: true,
    },
  ],
)
