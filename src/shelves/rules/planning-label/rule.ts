import { isHeldToWords, saying } from '../../../core/gates/rules/vocabulary.ts'
import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'planning-label',
  pack: 'vocabulary',
  allows: 'allow "Phase 3" and "Layer B" in source and documents',
  what: 'A comment, docstring, message or document holds a label of a plan: "Phase 3", "Layer B", "Step A2".',
  why: 'Where work goes by phases and layers, such a label in the product speaks of the work and not of the product. Many algorithms have phases too, so this rule must be asked for, as the gate of a phase does.',
  fix: 'Say what it does and why, or link the decision record.',
  bad: '# Phase 3: refunds\nRATE = 3\n',
  good: '# Refunds\nRATE = 3\n',
  severity: 'low',
  confidence: 'medium',
  since: '0.2.0',
  optIn: true,
  files: isHeldToWords,
  look: {
    by: 'prose',
    mentions: /\b(?:phase|layer|step|iteration)\b/i,
    find: saying(
      /\b(?:Phase|PHASE|Iteration) \d{1,2}\b|\bLayer [A-H]\b|\bStep [A-H]\d{1,2}\b/,
      words => `"${words}" is a label of a plan.`,
    ),
  },
})
