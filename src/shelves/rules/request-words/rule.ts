import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { rule } from '../../../ports/rule.ts'

/** "the size as requested" is a request of the program; what begins a sentence or names a person is a conversation. */
const pattern =
  /(?:^[\s#"'*>-]*|[.;(] ?)[Aa]s (?:requested|discussed|agreed|you (?:asked|requested|suggested))(?=[,:.)]|$)|\b[Aa]s (?:requested|suggested|discussed|agreed) (?:by|with) (?:you|the (?:user|reviewer|team)|me)\b|\b[Pp]er (?:your|our) (?:request|discussion|conversation|feedback|chat|instructions?|suggestion)\b|\b(?:TODO|FIXME) from (?:the )?(?:code )?review\b|\b[Aa]s (?:you|we) (?:asked|discussed|agreed)(?=[,:.)]|$)|\b[Pp]er (?:the )?(?:code )?review (?:comments?|feedback)\b/

export default rule({
  id: 'request-words',
  pack: 'vocabulary',
  allows: 'allow words of a conversation in source and documents',
  what: 'A comment, docstring, message or document answers somebody: "as requested", "as discussed", "per your feedback".',
  why: 'Whoever reads it was not there: it gives a reason that cannot be looked up, where the reason itself could stand.',
  fix: 'Write down the reason, or link where it was decided.',
  bad: '# As requested, rounds to three places.\nRATE = 3\n',
  good: '# The bank rounds to three places.\nRATE = 3\n',
  severity: 'low',
  confidence: 'high',
  since: '0.2.0',
  files: isHeldToWords,
  look: {
    by: 'prose',
    mentions: /\b(?:request|discuss|agree|ask|feedback|review|conversation)/i,
    find: saying(pattern, words => `"${words}" answers somebody whom the reader does not know.`),
  },
})
