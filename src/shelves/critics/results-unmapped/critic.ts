import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isReliedOn, isService, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'results-unmapped',
  dimension: 'risk',
  at: [1, 2],
  asks: 'If errors are values, who turns them into what the caller expects?',
  why: 'Python’s frameworks and users expect exceptions. A service that returns Result values must turn each into a status code, and one that is forgotten becomes a success with an error inside it. It can be done well, in one place that is named.',
  example: {
    bad: 'A service with errors: results, and no reason.',
    good: 'errors: results, opened in one place at the edge, which maps each to a status code.',
  },
  reads: [
    'intake.purpose',
    'intake.maturity',
    'intake.lifespan',
    'intake.users',
    'architecture.errors',
    'architecture.rationale',
  ],
  /** The failure mode is silent, so the place where results are opened has to be a decision. */
  judge: ({ intake, architecture }) => {
    if (architecture.errors !== 'results' || reasoned(architecture.rationale, 'errors')) return keep()
    const add = {
      winBack: 'Choose exceptions for architecture.errors, or say under rationale.errors where results are opened.',
    }
    return isService(intake.purpose) && isReliedOn(intake)
      ? lose(1, 'The service returns errors as Result values, and nothing says where they become HTTP errors.', add)
      : remark('Errors come back as Result values, which most Python users do not expect.', add)
  },
})
