import type { Dimension, FirstView, SecondView } from '../critique.ts'
import { aPurpose, counted, decides, isPersonal, isReliedOn, listed, type Topic, usersOf } from './facts.ts'

type View = FirstView | SecondView

// Praise stands beside four others in a table; a page-long decision is quoted by its beginning.
const longest = 90

const shortened = (text: string): string => {
  const line = text.trim().replace(/\s+/gu, ' ').replace(/\.$/u, '')
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/u, '')} …`
}

const answered = ({ decisions }: View): View['decisions'] => decisions.filter(decides)

const topicsOf = (view: View): readonly string[] => [...new Set(answered(view).map(each => each.topic.trim()))]

const decided = (view: View): string => {
  const topics = topicsOf(view)
  return topics.length === 0
    ? 'no decision is missing that would cost a point'
    : `${topics.length === 1 ? 'a decision is' : 'decisions are'} written down on ${listed(topics)}`
}

const places = ({ intake }: View): string =>
  intake.deployment === 'undecided'
    ? `where it runs can wait for ${aPurpose(intake.purpose)}, concurrency (${intake.concurrency}) is settled`
    : `deployment (${intake.deployment}) and concurrency (${intake.concurrency}) are settled`

const parts = (view: View): string => {
  if (!('components' in view)) return ''
  const kinds = [...new Set(view.components.map(each => each.kind))]
  return `; ${counted(view.components.length, 'component')} (${listed(kinds)}) carr${view.components.length === 1 ? 'ies' : 'y'} the meaning`
}

const change: readonly Topic[] = ['extension', 'compatibility', 'versioning']

const growth = (view: View): string => {
  const open = 'components' in view ? view.components.find(each => each.extension !== undefined) : undefined
  if (open) return `${open.name} can be added to without touching it (${open.extension?.replace(/\.$/u, '')})`
  const [first] = change.flatMap(topic => answered(view).filter(each => each.topic.trim().toLowerCase() === topic))
  return first
    ? `on ${first.topic.trim().toLowerCase()} it is written “${shortened(first.decision)}”`
    : `of ${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)} (maturity ${view.intake.maturity}, lifespan ${view.intake.lifespan}) no rule asks for more`
}

const reliance = (intake: View['intake']): string => {
  if (!isReliedOn(intake.maturity)) return 'that may still break'
  return isPersonal(intake.users) ? 'that only you rely on' : 'that others rely on'
}

const sentences: Readonly<Record<Dimension, (view: View) => string>> = {
  clarity: view =>
    `${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)}, maturity ${view.intake.maturity}, lifespan ${view.intake.lifespan}, bounded by ${counted(view.intake.non_goals.length, 'non-goal')}: these agree with one another${parts(view)}.`,
  completeness: view => `${places(view)}, and ${decided(view)}.`,
  maintainability: ({ architecture, intake }) =>
    `${architecture.dependencies}, ${architecture.configuration} for settings, ${architecture.errors} for errors, ${architecture.logging} logging and testing "${architecture.testing}" are in keeping with maturity ${intake.maturity} and lifespan ${intake.lifespan}.`,
  extensibility: view => `Python ${view.intake.python} is no bar to its users, and ${growth(view)}.`,
  risk: ({ architecture, intake }) =>
    `${architecture.testing === 'none' ? 'going without tests' : `testing "${architecture.testing}"`}, ${architecture.errors} for errors and concurrency ${intake.concurrency} suit ${aPurpose(intake.purpose)} ${reliance(intake)}.`,
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a dimension kept all its points: the answers and decisions that it stands on. */
export const praise = (dimension: Dimension, view: View): string => {
  const sentence = sentences[dimension](view)
  // The names of tools keep their case: `uv` is not `Uv`.
  return dimension === 'maintainability' ? `The choices ${sentence}` : capital(sentence)
}
