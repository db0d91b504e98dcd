import { rule } from '../../../ports/rule.ts'

export default rule({
  id: 'suppression-without-reason',
  pack: 'suppressions',
  allows: 'allow a rule to be silenced without a reason',
  what: 'A comment that silences a rule names no rule, or gives no reason.',
  why: 'Whoever reads the line next year must know why the rule does not hold there; a silence without a reason silences nothing.',
  fix: 'Write `# trysquare: ignore[rule] the reason`, or mend what was found.',
  bad: 'answer = 42  # trysquare: ignore[generic-secret]\n',
  good: 'answer = 42  # an ordinary comment\n',
  severity: 'medium',
  confidence: 'high',
  since: '0.2.0',
  look: {
    by: 'suppression',
    judge: ({ names, reason }) => {
      if (names.length === 0) return 'It names no rule in brackets, so it silences nothing.'
      return reason === ''
        ? `It gives no reason why ${names.join(', ')} should not hold here, so it silences nothing.`
        : undefined
    },
  },
})
