import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isReliedOn, isService, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'security',
  dimension: 'completeness',
  at: [1, 2],
  asks: 'Is it settled who may call the service?',
  why: 'Authentication, authorisation and limits shape every route and every test. Decided first they are a dependency of a few functions; added later they are a change to each of them. Towards people outside, an open door is found within hours.',
  example: {
    bad: 'An API for external users, and no word on who may call it.',
    good: 'security: API keys per shop, checked at the edge; each shop sees only its own orders.',
  },
  reads: ['intake.purpose', 'intake.users', 'intake.maturity', 'intake.lifespan', 'decisions'],
  /** Silence here is an assumption that everybody may do everything. */
  judge: ({ intake, decisions }) => {
    if (!isService(intake.purpose) || settled(decisions, 'security')) return keep()
    const add = { winBack: 'Add a decision on the topic "security": who may call it, and how that is checked.' }
    if (!isReliedOn(intake)) return remark('Nothing says who may call the service once it leaves your machine.', add)
    return intake.users.includes('external')
      ? lose(2, 'People outside will call this service, and nothing says who may do what.', add)
      : lose(1, 'Others rely on this service, and nothing says who may call it.', add)
  },
})
