import type { Dimension, FirstView, SecondView } from '../critique.ts'
import { aPurpose, counted, isReliedOn, listed, usersOf } from './facts.ts'

type View = FirstView | SecondView

const decided = (view: View): string =>
  view.decisions.length === 0
    ? 'no further decision was called for'
    : `further decisions cover ${listed([...new Set(view.decisions.map(each => each.topic))])}`

const parts = (view: View): string => {
  if (!('components' in view)) return ''
  const kinds = [...new Set(view.components.map(each => each.kind))]
  return `; ${counted(view.components.length, 'component')} (${listed(kinds)}) carr${view.components.length === 1 ? 'ies' : 'y'} the meaning`
}

const growth = (view: View): string => {
  const open = 'components' in view ? view.components.filter(each => each.extension !== undefined) : []
  const first = open[0]
  if (first) return `${first.name} can be added to without touching it (${first.extension?.replace(/\.$/, '')})`
  const about = [...new Set(view.decisions.map(each => each.topic))].filter(
    topic => topic === 'extension' || topic === 'compatibility' || topic === 'versioning',
  )
  return about.length > 0
    ? `what was decided on ${listed(about)} leaves room for change`
    : `${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)} gives no one a promise that would stand in the way of change`
}

const sentences: Readonly<Record<Dimension, (view: View) => string>> = {
  clarity: view =>
    `${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)}, maturity ${view.intake.maturity}, lifespan ${view.intake.lifespan}, bounded by ${counted(view.intake.non_goals.length, 'non-goal')}: these agree with one another${parts(view)}.`,
  completeness: view =>
    `deployment (${view.intake.deployment}) and concurrency (${view.intake.concurrency}) are settled, and ${decided(view)}.`,
  maintainability: ({ architecture, intake }) =>
    `${architecture.dependencies}, ${architecture.configuration} for settings, ${architecture.errors} for errors, ${architecture.logging} logging and testing "${architecture.testing}" are in keeping with maturity ${intake.maturity} and lifespan ${intake.lifespan}.`,
  extensibility: view => `Python ${view.intake.python} suits those who use it, and ${growth(view)}.`,
  risk: ({ architecture, intake }) =>
    `${architecture.testing === 'none' ? 'going without tests' : `testing "${architecture.testing}"`}, ${architecture.errors} for errors and concurrency ${intake.concurrency} suit ${aPurpose(intake.purpose)} ${isReliedOn(intake.maturity) ? 'that others rely on' : 'that may still break'}.`,
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Why a dimension kept all its points: the answers that the rules looked at. */
export const praise = (dimension: Dimension, view: View): string => {
  const sentence = sentences[dimension](view)
  // The names of tools keep their case: `uv` is not `Uv`.
  return dimension === 'maintainability' ? `The choices ${sentence}` : capital(sentence)
}
