import { keep, lose, remark } from '../../../core/design/critique.ts'
import { counted, settled } from '../../../core/design/review/facts.ts'
import { critic } from '../../../ports/critic.ts'

const perPerson = 5

export default critic({
  id: 'upkeep',
  dimension: 'maintainability',
  at: [2],
  asks: 'Can a team of this size keep all of it up to date?',
  why: 'Components, an API, a user interface, a documentation site, a demonstration and each translated README all have to follow every change. What a team cannot follow goes stale, and stale documents mislead more than missing ones.',
  example: {
    bad: 'One person with four components, an API, a React interface, a site and three translations.',
    good: 'The same person with two components, an API and Markdown pages.',
  },
  reads: ['intake.lifespan', 'project.team_size', 'components', 'features', 'decisions'],
  /** Five things per person is generous; what lives for weeks is not kept up at all. A decision on support shares the load, it does not lift it. */
  judge: ({ intake, project, components, features, decisions }) => {
    if (intake.lifespan === 'short-term') return keep()
    const team = project.team_size
    const offered = [features.api, features.ui, features.demo, features.docs].filter(each => each !== 'none').length
    const things = components.length + offered + features.readme_languages.length
    const says = `${counted(things, 'thing')} (components, features, translations) must follow every change`
    if (team === undefined || team < 1)
      return things > perPerson * 2
        ? remark(`${says}, and nothing says how many people there are to do it.`, {
            winBack: 'Answer project.team_size.',
          })
        : keep()
    if (things <= team * perPerson) return keep()
    const shared = settled(decisions, 'support')
    const points = (things > team * perPerson * 2 ? 2 : 1) - (shared ? 1 : 0)
    const full = `${says}, with ${counted(team, 'person', 'people')} to do it.`
    const fewer = `Reduce the components, features and translations to ${team * perPerson}`
    if (points === 0) return remark(full, { winBack: `${fewer}.` })
    return lose(points, full, {
      winBack: shared ? `${fewer}.` : `${fewer}, or add a decision on the topic "support" that says who keeps what.`,
    })
  },
})
