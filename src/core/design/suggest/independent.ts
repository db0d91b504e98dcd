import type { Suggestion, Suggestions } from '../suggest.ts'
import { recommended } from './architecture.ts'
import { suggestedFor } from './intake.ts'

/** What is suggested whatever else was answered. */
export const independent = {
  'intake.python': { value: '>=3.11', why: 'every version that still gets security fixes' },
  'intake.concurrency': { value: 'recommend', why: 'the architecture stage then says which, and why' },
  'project.license': { value: 'MIT', why: 'it asks the least of those who use it' },
  'structure.mode': { value: 'template', why: 'it holds what the decisions need' },
} as const satisfies Record<string, Suggestion>

const ofPurpose = ['intake.users', 'intake.maturity', 'intake.lifespan', 'intake.deployment'] as const
const ofDesign = ['dependencies', 'configuration', 'errors', 'logging', 'testing'].map(key => `architecture.${key}`)
/** Of these the purpose says nothing. */
const always = ['architecture.dependencies', 'architecture.errors']

/**
 * The suggestions of a file that nobody has written in yet, by their paths: those that hang on no other answer, and those that
 * follow from the purpose when the sentence tells it.
 */
export const suggestedBeforehand = (ideas: Suggestions): Readonly<Record<string, Suggestion>> => {
  type Purpose = Parameters<typeof suggestedFor>[1]
  const purpose = ideas.purpose?.value as Purpose
  const maturity = suggestedFor('intake.maturity', purpose)?.value
  const pairs: readonly (readonly [string, Suggestion | undefined])[] = [
    ...Object.entries(ideas).map(([key, each]) => [`intake.${key}`, each] as const),
    ...Object.entries(independent),
    ...ofPurpose.map(path => [path, suggestedFor(path, purpose)] as const),
    ...ofDesign
      .filter(path => purpose !== undefined || always.includes(path))
      .map(path => [path, recommended(path, { purpose, maturity } as Parameters<typeof recommended>[1])] as const),
  ]
  return Object.fromEntries(pairs.flatMap(([path, each]) => (each === undefined ? [] : [[path, each] as const])))
}
