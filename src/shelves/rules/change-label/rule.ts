import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { rule } from '../../../ports/rule.ts'

const pattern =
  /^#+ *(?:\[?(?:NEW|FIXED|CHANGED|UPDATED|ADDED|MODIFIED|IMPROVED|ENHANCED|REFACTORED)\]? ?[:!–—-](?= |$))|\b[Vv]\d+ refactor(?:ing)?\b|^[#\s"']*(?:[Rr]efactored|[Ii]mproved|[Ee]nhanced) version of (?:the )?(?:original|previous|old)\b/

export default rule({
  id: 'change-label',
  pack: 'vocabulary',
  allows: 'allow comments that tell what was changed',
  what: 'A comment begins with what was done to the code: "NEW:", "FIXED:", "CHANGED:", "refactored version".',
  why: 'It tells of the change, which the history keeps, and not of the code; from the next change on it is wrong.',
  fix: 'Say why the code is as it is, or remove it.',
  bad: '# FIXED: rounds to three places now\nRATE = 3\n',
  good: '# The bank rounds to three places.\nRATE = 3\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: path => isHeldToWords(path) && path.endsWith('.py'),
  look: {
    by: 'prose',
    mentions: /(?:NEW|FIXED|CHANGED|UPDATED|ADDED|MODIFIED|IMPROVED|ENHANCED|REFACTORED)|refactor/,
    find: saying(pattern, words => `"${words}" tells of a change, not of the code.`),
  },
})
