import { isOpenAbove, pythonSpecifier } from '../answers/python-range.ts'
import type { Dimension, FirstView, SecondView } from '../critique.ts'
import {
  aPurpose,
  capital,
  counted,
  decides,
  isPersonal,
  isReliedOn,
  listed,
  type Topic,
  topicOf,
  usersOf,
} from './facts.ts'

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
  return `; what it does lies in ${counted(view.components.length, 'component')} (${listed(kinds)})`
}

const change: readonly Topic[] = ['extension', 'compatibility', 'versioning']

const growth = (view: View): string => {
  const open = 'components' in view ? view.components.find(each => each.extension !== undefined) : undefined
  if (open)
    return `${open.name} can be extended without being changed: ${open.extension?.replace(/\.$/u, '').replace(/^A\b/u, 'a')}`
  const [first] = change.flatMap(topic => answered(view).filter(each => topicOf(each.topic) === topic))
  return first
    ? `on ${first.topic.trim().toLowerCase()} it is written “${shortened(first.decision)}”`
    : `no rule asks more of ${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)} (maturity ${view.intake.maturity}, lifespan ${view.intake.lifespan})`
}

const reliance = (intake: View['intake']): string => {
  if (!isReliedOn(intake)) return 'that may still break'
  return isPersonal(intake) ? 'that only you rely on' : 'that others rely on'
}

const python = ({ intake }: View): string =>
  isOpenAbove(pythonSpecifier(intake.python) ?? intake.python)
    ? `Python ${intake.python} leaves its users the choice, and `
    : ''

const sentences: Readonly<Record<Dimension, (view: View) => string>> = {
  clarity: view =>
    `${aPurpose(view.intake.purpose)} for ${usersOf(view.intake.users)}, maturity ${view.intake.maturity}, lifespan ${view.intake.lifespan}, bounded by ${counted(view.intake.non_goals.length, 'non-goal')}: no rule found them at odds${parts(view)}.`,
  completeness: view => `${places(view)}, and ${decided(view)}.`,
  maintainability: ({ architecture, intake }) =>
    `${architecture.dependencies}, ${architecture.configuration} for settings, ${architecture.errors} for errors, ${architecture.logging} logging and testing "${architecture.testing}" are in keeping with maturity ${intake.maturity} and lifespan ${intake.lifespan}.`,
  extensibility: view => `${python(view)}${growth(view)}.`,
  risk: ({ architecture, intake }) =>
    // Going without tests is never praised, even where it costs nothing.
    `${architecture.testing === 'none' ? '' : `testing (${architecture.testing}), `}errors (${architecture.errors}) and concurrency (${intake.concurrency}) suit ${aPurpose(intake.purpose)} ${reliance(intake)}.`,
}

/** Why a dimension kept all its points: the answers and decisions that it stands on. */
export const praise = (dimension: Dimension, view: View): string => {
  const sentence = sentences[dimension](view)
  // The names of tools keep their case: `uv` is not `Uv`.
  return dimension === 'maintainability' ? `The choices ${sentence}` : capital(sentence)
}
