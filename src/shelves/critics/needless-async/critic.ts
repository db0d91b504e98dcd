import { keep, lose, remark } from '../../../core/design/critique.ts'
import { reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'needless-async',
  dimension: 'risk',
  at: [1, 2],
  asks: 'Is there something to wait for?',
  why: 'Async pays where many waits overlap: requests, sockets, slow services. In a program for one person, or a library that computes, it colours every signature, complicates tests and debugging, and makes nothing faster.',
  example: {
    bad: 'A command-line program with concurrency: async, and no reason.',
    good: 'concurrency: async, because each run asks some two hundred addresses.',
  },
  reads: ['intake.purpose', 'intake.concurrency', 'architecture.rationale'],
  /** Services wait by nature; elsewhere the waiting has to be named. */
  judge: ({ intake, architecture }) => {
    const what = intake.purpose === 'cli' ? 'The command-line program' : 'The library'
    if ((intake.purpose !== 'cli' && intake.purpose !== 'library') || reasoned(architecture.rationale, 'concurrency'))
      return keep()
    const add = {
      winBack: 'Choose sync for intake.concurrency, or name under rationale.concurrency what it waits for.',
    }
    if (intake.concurrency === 'async')
      return lose(1, `${what} is asynchronous throughout, and nothing says what it waits for.`, add)
    return intake.concurrency === 'mixed'
      ? remark(`${what} is asynchronous in part, and nothing says what it waits for.`, add)
      : keep()
  },
})
