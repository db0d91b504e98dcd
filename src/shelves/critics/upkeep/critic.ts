import { keep, lose } from '../../../core/design/critique.ts'
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
  /** Five things per person is generous; what lives for weeks is not kept up at all. */
  judge: ({ intake, project, components, features, decisions }) => {
    const team = project.team_size
    if (team === undefined || team < 1 || intake.lifespan === 'short-term' || settled(decisions, 'support'))
      return keep()
    const offered = [features.api, features.ui, features.demo, features.docs].filter(each => each !== 'none').length
    const things = components.length + offered + features.readme_languages.length
    if (things <= team * perPerson) return keep()
    return lose(
      things > team * perPerson * 2 ? 2 : 1,
      `${counted(things, 'thing')} (components, features, translations) must follow every change, with ${counted(team, 'person', 'people')} to do it.`,
      {
        winBack: `Come down to ${team * perPerson} things, or add a decision on the topic "support" that says who keeps what.`,
      },
    )
  },
})
