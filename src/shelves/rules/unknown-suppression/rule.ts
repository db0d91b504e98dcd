import { firstFew } from '../../../base/first-few.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'unknown-suppression',
  pack: 'suppressions',
  allows: 'allow comments to silence rules that do not exist',
  what: 'A comment names a rule, pack or code that there is not.',
  why: 'A misspelt name silences nothing, and whoever wrote it believes that it does.',
  fix: 'Write the name as `trysquare check` prints it; `trysquare explain` lists them all.',
  bad: 'answer = 42  # trysquare: ignore[no-such-rule] a slip of the pen\n',
  good: 'answer = 42  # trysquare: ignore[unknown-suppression] named as it is called\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'suppression',
    judge: (_, { unknown }) =>
      unknown.length === 0 ? undefined : `There is no rule, pack or code called ${firstFew(unknown, 5)}.`,
  },
})
