import { ofRuff } from '../../../ports/rule-family.ts'

export default ofRuff(
  {
    pack: 'security',
    cwe: 'CWE-703',
    severity: 'low',
    confidence: 'high',
    why: '`assert` disappears when Python runs with -O.',
    fix: 'Raise an exception of your own.',
    since: '0.2.0',
  },
  [
    {
      code: 'S101',
      id: 'assert',
      allows: 'allow `assert` outside tests',
      what: 'A condition that the program relies on is checked with `assert`.',
      bad: 'def pay(amount: int) -> None:\n    assert amount > 0\n',
      good: 'def pay(amount: int) -> None:\n    if amount <= 0:\n        raise ValueError(amount)\n',
      // Many good projects tell the type checker what they know by it.
      optIn: true,
      except: (_, source) => source.isTest,
    },
  ],
)
