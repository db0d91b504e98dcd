import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { rule } from '../../../ports/rule.ts'

const label = String.raw`(?:Phase|PHASE|Sprint|Milestone|Iteration|Layer)[ -](?:\d{1,2}|[A-H]|[IVX]{1,4})\b`

/** The label of a plan beside a word of planning: "Phase 2" alone may be a step of what the code does. */
const pattern = new RegExp(
  [
    String.raw`\b(?:added|introduced|implemented|created|delivered|landed|completed?|built|planned|scheduled|deferred|postponed|moved|removed|wired|coming|arrives?|lands|comes|scope|available|supported|handled|done|replaced|follows)(?: (?:up|later|here|only|again|it))? (?:in|until|for|to|by|during|with|of|as part of) ${label}`,
    String.raw`\b(?:TODO|FIXME|XXX|NOTE)\b[ (:-]{1,3}(?:for |in )?${label}`,
    String.raw`\b(?:part|out|as) of ${label}`,
    String.raw`${label}(?:'s)? (?:will|scope|work|deliverables?|requirements?|features?|plan|goals?|exit|TODOs?|tasks?|implementation|checklist|amendment)\b`,
    String.raw`\b(?:[Aa]s )?(?:[Pp]er|[Aa]ccording to|[Ff]ollowing) the (?:implementation |project |phase |agreed |approved |development )?plan(?=[,.:;)]|$)`,
    String.raw`\b(?:[Cc]loses|[Rr]esolves|[Aa]ddresses|[Ii]mplements|[Pp]er|[Ss]ee) (?:amendment|critique|Amendment|Critique|review finding|plan item|plan step) #?[A-Z]?\d{1,3}\b`,
    String.raw`\b[Cc]loses [A-D]\d{1,2}(?=[,.:;)]|$)`,
  ].join('|'),
)

export default rule({
  id: 'planning-words',
  pack: 'vocabulary',
  allows: 'allow the words of a plan in source and documents',
  what: 'A comment, docstring, message or document tells of the plan by which the work was done: "added in Phase 2", "deferred to Sprint 3", "per the plan", "closes amendment A1".',
  why: 'The plan is gone when the code is read: nobody can look up what Phase 2 was, and what the code does is not said. Phases of a protocol, a current or an algorithm are not found.',
  fix: 'Say what it does and why, or link the decision record.',
  bad: '# Added in Phase 2, per the plan.\nRATE = 3\n',
  good: '# The bank rounds to three places.\nRATE = 3\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isHeldToWords,
  look: {
    by: 'prose',
    mentions: /\b(?:phase|sprint|iteration|milestone|amendment|critique|plan)\b/i,
    find: saying(pattern, words => `"${words}" tells of a plan that the reader does not have.`),
  },
})
