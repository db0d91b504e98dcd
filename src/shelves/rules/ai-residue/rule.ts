import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { rule } from '../../../ports/rule.ts'

const pattern = new RegExp(
  [
    String.raw`\bas an AI(?: language model| assistant)?\b(?=[,. ])`,
    String.raw`\b[Hh]ere(?:'s| is) (?:the|your|an?) (?:updated|complete|full|modified|revised|corrected|improved|refactored|final) (?:code|version|implementation|file|function|script|class)\b`,
    String.raw`\b[Rr]est of (?:the |your |this )?(?:code|file|function|implementation|class|method|module|script)s? (?:(?:remains?|stays?|is|are) (?:the same|unchanged|as (?:before|is|it was))|here\b|goes here|unchanged)`,
    String.raw`(?:\.\.\.|…|\[|<) ?(?:\(?(?:rest of|keep|previous|other|your)[^.…\n]{0,30} )?existing (?:code|methods|imports|implementation|functions)\b[^.…\n]{0,20}(?:\.\.\.|…|\]|>|$)`,
    String.raw`\bI hope this helps\b|\b[Ll]et me know if you (?:need|have|want|would like|'d like) (?:any|me|more|further)`,
    String.raw`\b[Yy]ou(?:'re| are) absolutely right\b|^[\s#"']*(?:Certainly|Sure|Of course)[!,] (?:[Hh]ere|I)\b`,
    String.raw`\bmy (?:knowledge|training) (?:cutoff|data)\b`,
  ].join('|'),
)

export default rule({
  id: 'ai-residue',
  pack: 'vocabulary',
  allows: 'allow what a model says around code',
  what: 'A comment, docstring, message or document holds what a language model says beside its code: "as an AI", "here is the updated code", "... existing code ...", "rest of the code unchanged".',
  why: 'It was pasted without being read. Where it stands for code ("rest of the code unchanged"), the code is missing.',
  fix: 'Remove it; where it stands for code, put the code back.',
  bad: '# ... existing code ...\nRATE = 3\n',
  good: 'RATE = 3\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  files: isHeldToWords,
  look: {
    by: 'prose',
    mentions:
      /existing code|unchanged|the same|updated|complete|AI\b|let me know|absolutely right|hope this helps|certainly|remains/i,
    find: saying(pattern, words => `"${words}" was said by a model, and pasted.`),
  },
})
