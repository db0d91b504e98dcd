import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isReliedOn, isService, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'mixed-concurrency',
  dimension: 'risk',
  at: [1, 2],
  asks: 'Where a service both waits and blocks, is it said what may do which?',
  why: 'One call that blocks inside an asynchronous route stops every other request with it. It works on a quiet day and fails under load, so the line between the two has to be drawn before the first call crosses it.',
  example: {
    bad: 'A service with concurrency: mixed, and no reason.',
    good: 'concurrency: mixed; routes are asynchronous, reports run in worker threads and never in a route.',
  },
  reads: [
    'intake.purpose',
    'intake.maturity',
    'intake.concurrency',
    'intake.lifespan',
    'intake.users',
    'architecture.rationale',
  ],
  /** The mixture is common and can be right; undrawn, its line is found under load. */
  judge: ({ intake, architecture }) => {
    if (!isService(intake.purpose) || intake.concurrency !== 'mixed' || reasoned(architecture.rationale, 'concurrency'))
      return keep()
    const says = 'The service is asynchronous in part, and nothing says which calls may block.'
    const add = {
      winBack: 'Say under rationale.concurrency what may block and where it runs, or choose sync or async.',
    }
    return isReliedOn(intake) ? lose(1, says, add) : remark(says, add)
  },
})
