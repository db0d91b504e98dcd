import { keep, remark } from '../../../core/design/critique.ts'
import { choose } from '../../../core/design/review/choose.ts'
import { isForYears } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'documentation',
  dimension: 'completeness',
  at: [2],
  asks: 'Is a README enough for those who will use it?',
  why: 'One part can be explained on one page. From three on, a README either becomes a book or leaves out what people come for.',
  example: {
    bad: 'Four components for external users over years, docs: none.',
    good: 'docs: mkdocs with an API reference.',
  },
  reads: ['intake.users', 'intake.maturity', 'intake.lifespan', 'features.docs', 'components'],
  /** A matter of size and audience; a small project is better without a site. */
  judge: ({ intake, features, components }) =>
    features.docs === 'none' &&
    isForYears(intake) &&
    intake.users.some(each => each === 'developers' || each === 'external') &&
    components.length > 2
      ? remark(`The README will have to explain ${components.length} components to people who cannot ask you.`, {
          winBack: `${choose('features.docs', ['markdown', 'mkdocs', 'sphinx'])}, or write pages under docs/ yourself.`,
        })
      : keep(),
})
