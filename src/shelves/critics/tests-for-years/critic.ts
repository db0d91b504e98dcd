import { keep, lose } from '../../../core/design/critique.ts'
import { isForYears, isPersonal, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'tests-for-years',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Will somebody in three years dare to change it?',
  why: 'Over years the people change and the dependencies move. Unit tests show that a module still does what it did; only tests of the parts together show that an upgrade broke nothing between them. Without any, code is kept by not touching it.',
  example: {
    bad: 'lifespan: long-term with testing: unit and no reason.',
    good: 'testing: unit+integration, or unit because the parts share only plain values.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.testing', 'architecture.rationale'],
  /** Years multiply upgrades, and upgrades break between modules. One’s own tool is repaired when it breaks. */
  judge: ({ intake, architecture: { testing, rationale } }) => {
    if (!isForYears(intake) || isPersonal(intake.users)) return keep()
    if (testing === 'none')
      return lose(2, 'It is meant for years, and no test will tell whoever changes it what they broke.', {
        winBack: 'Choose unit+integration or comprehensive for architecture.testing.',
      })
    return testing === 'unit' && !reasoned(rationale, 'testing')
      ? lose(1, 'It is meant for years, and only its modules are tested, never the parts together.', {
          winBack:
            'Choose unit+integration for architecture.testing, or say under rationale.testing why unit tests are enough.',
        })
      : keep()
  },
})
