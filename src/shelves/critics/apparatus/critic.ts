import { keep, lose, remark } from '../../../core/design/critique.ts'
import { isModest, listed, modestly, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'apparatus',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Is the apparatus in proportion to what it carries?',
  why: 'Validated settings, structured logs and property tests earn their keep where others rely on them for years. In a trial or a tool of one’s own they are more to read and upgrade than the thing itself, and they slow the learning that it is made for.',
  example: {
    bad: 'A prototype for weeks with pydantic-settings, structlog and comprehensive tests.',
    good: 'The same with environment, stdlib and unit; or a rationale that says what the apparatus is there to try.',
  },
  reads: [
    'intake.purpose',
    'intake.maturity',
    'intake.lifespan',
    'intake.users',
    'architecture.configuration',
    'architecture.logging',
    'architecture.testing',
    'architecture.rationale',
  ],
  /** One heavy choice is a taste; two are a habit; three bury a small thing. A reason given makes any of them deliberate. */
  judge: ({ intake, architecture: { configuration, logging, testing, rationale } }) => {
    if (!isModest(intake)) return keep()
    const heavy = [
      ...(configuration === 'pydantic-settings' || configuration === 'combination'
        ? [
            {
              key: 'configuration',
              says: `${configuration} for settings`,
              lighter: 'environment or files for configuration',
            } as const,
          ]
        : []),
      ...(logging === 'structlog'
        ? [{ key: 'logging', says: 'structlog', lighter: 'stdlib or minimal for logging' } as const]
        : []),
      ...(testing === 'comprehensive'
        ? [{ key: 'testing', says: 'comprehensive tests', lighter: 'unit or unit+integration for testing' } as const]
        : []),
    ].filter(each => !reasoned(rationale, each.key))
    if (heavy.length === 0) return keep()
    const what = listed(heavy.map(each => each.says))
    const add = {
      winBack: `Choose ${listed(heavy.map(each => each.lighter))}, or give the reason under architecture.rationale (${listed(heavy.map(each => each.key))}).`,
    }
    return heavy.length === 1
      ? remark(`${modestly(intake)}, and ${what} may be more than it needs.`, add)
      : lose(heavy.length - 1, `${modestly(intake)}, and ${what} weigh more than it can carry.`, add)
  },
})
