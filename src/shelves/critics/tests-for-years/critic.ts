import { keep, lose } from '../../../core/design/critique.ts'
import { isForYears, isPersonal, isReliedOn, reasoned } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'tests-for-years',
  dimension: 'maintainability',
  at: [1, 2],
  asks: 'Will whoever changes it later dare to?',
  why: 'Over years the people change and the dependencies move. Unit tests show that a module still does what it did; only tests of the parts together show that an upgrade broke nothing between them. Without any, code is kept by not touching it.',
  example: {
    bad: 'lifespan: long-term with testing: unit and no reason.',
    good: 'testing: unit+integration, or unit because the parts share only plain values.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'architecture.testing', 'architecture.rationale'],
  /** Code without tests is changed blindly by whoever comes second; years multiply that. They also multiply upgrades, and upgrades break between modules. One’s own tool is repaired when it breaks. */
  judge: ({ intake, architecture: { testing, rationale } }) => {
    const years = isForYears(intake)
    if (isPersonal(intake) || !(years || isReliedOn(intake))) return keep()
    if (testing === 'none')
      return lose(
        years ? 3 : 2,
        `${years ? 'It is meant for years' : 'Others rely on it'}, and no test will tell whoever changes it what they broke.`,
        { winBack: 'Choose unit+integration or comprehensive for architecture.testing.' },
      )
    return years && testing === 'unit' && !reasoned(rationale, 'testing')
      ? lose(1, 'It is meant for years, and only its modules are tested, never the parts together.', {
          winBack:
            'Choose unit+integration for architecture.testing, or say under rationale.testing why unit tests are enough.',
        })
      : keep()
  },
})
