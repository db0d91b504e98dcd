import { featuresOf } from './answers/complete.ts'
import type { Given } from './answers/schema.ts'
import { type AnswerStage, answerAt } from './answers/stages.ts'

/** One line of a stage's summary. */
export interface SummaryLine {
  readonly path: string
  readonly question: string
  readonly answer: string
}

/** What is asked, in the order in which it is asked, with the short words of the summary. */
export const questions: Readonly<Record<AnswerStage, readonly (readonly [path: string, short: string])[]>> = {
  intake: [
    ['intake.package_name', 'Package name'],
    ['intake.repository_name', 'Repository name'],
    ['intake.description', 'Description'],
    ['intake.purpose', 'Purpose'],
    ['intake.users', 'Users'],
    ['intake.maturity', 'Maturity'],
    ['intake.lifespan', 'Lifespan'],
    ['intake.python', 'Python'],
    ['intake.deployment', 'Deployment'],
    ['intake.concurrency', 'Concurrency'],
    ['intake.non_goals', 'Non-goals'],
    ['project.license', 'Licence'],
    ['project.authors', 'Authors'],
    ['project.remote', 'Remote'],
    ['project.team_size', 'Team size'],
  ],
  architecture: [
    ['architecture.dependencies', 'Dependencies'],
    ['architecture.configuration', 'Configuration'],
    ['architecture.errors', 'Errors'],
    ['architecture.logging', 'Logging'],
    ['architecture.testing', 'Testing'],
    ['decisions', 'Further decisions'],
  ],
  structure: [
    ['structure.mode', 'Tree from'],
    ['structure.guided.components', 'Components lie'],
    ['structure.guided.exposure', 'Exposure'],
    ['structure.guided.directories', 'Directories'],
    ['structure.guided.examples', 'Examples'],
    ['structure.guided.tests', 'Tests lie'],
    ['structure.guided.docs', 'Documentation'],
    ['components', 'Components'],
  ],
  features: [
    ['features.api', 'HTTP API'],
    ['features.api_audience', 'API audience'],
    ['features.ui', 'User interface'],
    ['features.demo', 'Demonstration'],
    ['features.docs', 'Documentation site'],
    ['features.docs_contents', 'Site contents'],
    ['features.readme_languages', 'README languages'],
  ],
}

const one = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'object' || value === null) return String(value)
  if ('email' in value && 'name' in value) return `${String(value.name)} <${String(value.email)}>`
  if ('topic' in value && 'decision' in value) return `${String(value.topic)}: ${String(value.decision)}`
  if ('kind' in value && 'name' in value) return `${String(value.name)} (${String(value.kind)})`
  return JSON.stringify(value)
}

const printed = (value: unknown): string => (Array.isArray(value) ? value.map(one).join('; ') : one(value))

/** The answers of a stage as people read them; what has "no answer is NO" says so, and what was not given is left out. */
export const summaryOf = (stage: AnswerStage, given: Given): readonly SummaryLine[] => {
  // Only looked at by path below, so the wider type does no harm.
  const told: object = stage === 'features' ? { ...given, features: featuresOf(given) } : given
  const lines = questions[stage].flatMap(([path, question]) => {
    const value = answerAt(told, path)
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return []
    const silent = stage === 'features' && answerAt(given, path) === undefined
    return [{ path, question, answer: silent ? `${printed(value)} (no answer is NO)` : printed(value) }]
  })
  const reasons = stage === 'architecture' ? Object.entries(given.architecture?.rationale ?? {}) : []
  return [
    ...lines,
    ...reasons.flatMap(([key, why]) =>
      why === undefined ? [] : [{ path: `architecture.rationale.${key}`, question: `Why: ${key}`, answer: why }],
    ),
  ]
}
