import type { ChoiceId } from '../answers/choices.ts'
import type { Suggestion } from '../suggest.ts'

type Purpose = ChoiceId<'intake.purpose'>
/** What follows from what a thing is; nothing else of the intake does. */
type Following = 'intake.users' | 'intake.maturity' | 'intake.lifespan' | 'intake.deployment'

const lasting: Readonly<Record<'intake.maturity' | 'intake.lifespan', Suggestion>> = {
  'intake.maturity': { value: 'production', why: 'others will depend on it' },
  'intake.lifespan': { value: 'medium-term', why: 'it can be made longer when it has proved itself' },
}
const served: Suggestion = { value: 'container', why: 'a service runs where its image does' }

const byPurpose: Readonly<Record<Purpose, Readonly<Record<Following, Suggestion>>>> = {
  library: {
    ...lasting,
    'intake.users': { value: 'developers', why: 'others import a library' },
    'intake.deployment': { value: 'local', why: 'a library runs where it is installed' },
  },
  cli: {
    ...lasting,
    'intake.users': { value: 'internal-team', why: 'those around you are the first to type its commands' },
    'intake.deployment': { value: 'local', why: 'a program for the terminal runs where it is installed' },
  },
  'api-service': {
    ...lasting,
    'intake.users': { value: 'external', why: 'others call it over HTTP' },
    'intake.deployment': served,
  },
  'internal-service': {
    ...lasting,
    'intake.users': { value: 'automated-systems', why: 'other systems of the house call it' },
    'intake.deployment': served,
  },
  prototype: {
    'intake.users': { value: 'personal', why: 'you are the first to try it' },
    'intake.maturity': { value: 'prototype', why: 'a trial may break' },
    'intake.lifespan': { value: 'short-term', why: 'it is perhaps thrown away' },
    'intake.deployment': { value: 'local', why: 'a trial runs where it is tried' },
  },
}

/** What a purpose suggests for the questions that come after it. */
export const suggestedFor = (path: Following, purpose: Purpose | undefined): Suggestion | undefined =>
  purpose === undefined ? undefined : byPurpose[purpose][path]
