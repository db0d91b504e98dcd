import { firstFew } from '../../../base/first-few.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'unused-suppression',
  pack: 'suppressions',
  allows: 'allow comments that silence nothing',
  what: 'A comment silences a rule that finds nothing there.',
  why: 'It stays when the code beside it changes, and then hides what nobody has looked at.',
  fix: 'Remove the name from the comment, or the whole comment.',
  bad: 'answer = 42  # trysquare: ignore[unused-suppression] nothing is found here\n',
  good: 'answer = 42\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'suppression',
    judge: ({ reason }, { idle }) =>
      reason === '' || idle.length === 0
        ? undefined
        : `Nothing that ${firstFew(idle, 5)} would find is there: the comment silences nothing.`,
  },
})
