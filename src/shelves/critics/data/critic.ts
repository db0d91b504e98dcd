import { keep, lose, remark } from '../../../core/design/critique.ts'
import { counted, isReliedOn, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

export default critic({
  id: 'data',
  dimension: 'completeness',
  at: [2],
  asks: 'Is it settled where kept things live, and how their shape changes?',
  why: 'Code can be replaced in an afternoon; data that was stored cannot. Where it lies, who backs it up and how its schema migrates are the decisions that cost most when they are made by accident.',
  example: {
    bad: 'A resource "order" in production, and no decision on data.',
    good: 'data: PostgreSQL, migrations with each release, nightly backups.',
  },
  reads: ['intake.maturity', 'intake.lifespan', 'intake.users', 'components', 'decisions'],
  /** A resource is a thing that is kept; keeping needs a place and a plan. */
  judge: ({ intake, components, decisions }) => {
    const kept = components.filter(each => each.kind === 'resource').length
    if (kept === 0 || settled(decisions, 'data')) return keep()
    const add = { winBack: 'Add a decision on the topic "data": where it is stored, migrated and backed up.' }
    const says = `${counted(kept, 'resource is', 'resources are')} to be kept, and nothing says how what is stored is migrated and backed up.`
    return isReliedOn(intake) ? lose(1, says, add) : remark(says, add)
  },
})
