import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { isBesideProgram } from '../../../core/python/program-file.ts'
import { rule } from '../../../ports/rule.ts'

const pattern = new RegExp(
  [
    String.raw`\b[Ii]n (?:a )?(?:real|actual|production)(?:-world)? (?:implementation|application|app|system|scenario|code|project|environment|version|deployment|service),? (?:you|we|this|it|use|the|one)\b`,
    String.raw`\b(?:[Yy]our (?:own )?(?:code|logic|implementation) (?:here|goes here)|(?:[Tt]he|[Aa]ctual) (?:code|logic|implementation) (?:goes|would go|will go) here)\b`,
    String.raw`\b(?:[Aa]dd|[Ii]nsert|[Pp]ut|[Ww]rite) (?:your|the|more|actual|real) (?:code|logic|implementation) here\b`,
    String.raw`\b[Ii]mplement(?:ation)? (?:later|goes here|here later|to follow)\b|\b[Tt]o be implemented later\b`,
    String.raw`\b[Tt]his is (?:just )?an? (?:placeholder|dummy|mock|stub|simplified|toy) (?:implementation|function|method|version|response)\b`,
    String.raw`\b[Ff]or now,? (?:just |we just |we'll just |simply |we simply |we'll )?(?:return|simulate|mock|fake|hard-?code|stub)(?:s|d|ed|ing)?\b`,
    String.raw`\b[Pp]laceholder (?:implementation|for (?:now|the (?:real|actual)))\b|^[#\s"']*[Pp]laceholder[.:!]?\s*["']*$`,
  ].join('|'),
)

export default rule({
  id: 'placeholder-comment',
  pack: 'vocabulary',
  allows: 'allow comments that stand for code',
  what: 'A comment, docstring or message says that the code is still to be written: "your code here", "in a real implementation", "for now, just return".',
  why: 'What stands there only looks done: a caller, a test and a review take it for the thing itself.',
  fix: 'Write it, or raise `NotImplementedError` and open an issue.',
  bad: 'def rate() -> int:\n    # In a real implementation this would ask the bank.\n    return 3\n',
  good: 'def rate() -> int:\n    return ask_bank()\n',
  severity: 'medium',
  confidence: 'medium',
  since: '0.2.0',
  files: path => isHeldToWords(path) && path.endsWith('.py') && !isBesideProgram(path),
  look: {
    by: 'prose',
    mentions: /real|your|goes here|placeholder|implement|for now|simulat|simplified|mock/i,
    find: saying(pattern, words => `"${words}": the code is still to be written.`),
  },
})
