import type { Given } from './schema.ts'
import type { Guided } from './types.ts'

/** The stages in which answers are given, in their order. */
export const answerStages = ['intake', 'architecture', 'structure', 'features'] as const
export type AnswerStage = (typeof answerStages)[number]

/** What must be answered before a stage can be confirmed. Everything else has "absent means no" or "absent means nothing". */
export const required: Readonly<Record<AnswerStage, readonly string[]>> = {
  intake: [
    'intake.package_name',
    'intake.repository_name',
    'intake.description',
    'intake.purpose',
    'intake.users',
    'intake.maturity',
    'intake.lifespan',
    'intake.python',
    'intake.deployment',
    'intake.concurrency',
    'intake.non_goals',
    'project.license',
    'project.authors',
  ],
  architecture: [
    'architecture.dependencies',
    'architecture.configuration',
    'architecture.errors',
    'architecture.logging',
    'architecture.testing',
  ],
  structure: ['structure.mode'],
  features: [],
}

/** Which keys of the answers belong to a stage: these are what its event in the journal carries. */
export const keysOf: Readonly<Record<AnswerStage, readonly (keyof Given)[]>> = {
  intake: ['intake', 'project', 'git', 'date'],
  architecture: ['architecture', 'decisions'],
  structure: ['structure', 'components'],
  features: ['features', 'report'],
}

/** The value at a dotted path. */
export const answerAt = (given: object, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      given,
    )

/** The six questions of the guided builder, in their order. */
export const guidedPaths: readonly string[] = (
  ['components', 'exposure', 'directories', 'examples', 'tests', 'docs'] satisfies readonly (keyof Guided)[]
).map(key => `structure.guided.${key}`)

/** The paths of a stage that still need an answer. */
export const missing = (stage: AnswerStage, given: Given): readonly string[] => {
  const open = required[stage].filter(path => answerAt(given, path) === undefined)
  if (stage === 'structure') {
    if (given.structure?.mode === 'tree' && given.structure.tree === undefined) open.push('structure.tree')
    if (given.structure?.mode === 'guided')
      open.push(...guidedPaths.filter(path => answerAt(given, path) === undefined))
    if ((given.components ?? []).length === 0) open.push('components')
  }
  if (stage === 'architecture' && given.intake?.concurrency === 'recommend') open.push('intake.concurrency')
  return open
}

/** The part of the answers that belongs to a stage. */
export const partOf = (stage: AnswerStage, given: Given): Partial<Given> =>
  Object.fromEntries(keysOf[stage].filter(key => given[key] !== undefined).map(key => [key, given[key]]))
