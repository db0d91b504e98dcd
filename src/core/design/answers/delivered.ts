import { type Refusal, refusal } from '../../../base/refusal.ts'
import type { ChoicePath } from './choices.ts'
import { lowestWritten, minorsIn } from './python-range.ts'
import type { Given } from './schema.ts'
import { answerAt } from './stages.ts'
import { writtenPath } from './written-path.ts'

type Keys = readonly (string | number)[]

/**
 * What this version makes well, per question; every other choice is valid and refused by name before anything is written.
 * The list is empty of gaps once every choice is here.
 */
const delivered: Partial<Record<ChoicePath, readonly string[]>> = {
  'intake.purpose': ['library', 'api-service', 'internal-service', 'prototype', 'cli'],
  'intake.deployment': ['local', 'container', 'multiple', 'undecided'],
  'intake.concurrency': ['sync', 'async', 'recommend'],
  'architecture.dependencies': ['uv'],
  'structure.guided.directories': ['config'],
  'structure.guided.docs': ['markdown', 'mkdocs'],
  'structure.guided.exposure': ['api', 'cli'],
  'features.api': ['none', 'fastapi'],
  'features.ui': ['none'],
  'features.demo': ['none', 'minimal'],
  'features.docs': ['none', 'mkdocs'],
}

/** Kinds of component that this version makes. */
export const deliveredKinds: readonly string[] = [
  'resource',
  'validator',
  'pipeline',
  'client',
  'worker',
  'command',
  'custom',
]

/** What both kinds of service are made well with. */
const service: Partial<Record<ChoicePath | 'components.kind', readonly string[]>> = {
  'intake.deployment': ['local', 'container', 'undecided'],
  'intake.concurrency': ['sync', 'async', 'recommend'],
  'architecture.configuration': ['environment', 'pydantic-settings'],
  'architecture.logging': ['stdlib', 'structlog'],
  'structure.guided.exposure': ['api'],
  'features.api': ['fastapi'],
  'components.kind': deliveredKinds.filter(each => each !== 'command'),
}

/** A purpose is made well with these answers only; its other questions are as open as above. */
const together: Readonly<Record<string, Partial<Record<ChoicePath | 'components.kind', readonly string[]>>>> = {
  library: {
    'intake.deployment': ['local', 'multiple', 'undecided'],
    'intake.concurrency': ['sync', 'recommend'],
    'structure.guided.exposure': [],
    'features.api': ['none'],
    'components.kind': ['validator', 'pipeline', 'client', 'worker', 'custom'],
  },
  prototype: {
    'intake.deployment': ['local', 'undecided'],
    'intake.concurrency': ['sync', 'recommend'],
    'structure.guided.exposure': [],
    'structure.guided.docs': ['markdown'],
    'features.api': ['none'],
    'features.docs': ['none'],
    'components.kind': ['validator', 'pipeline', 'custom'],
  },
  cli: {
    'intake.deployment': ['local', 'undecided'],
    'intake.concurrency': ['sync', 'recommend'],
    'structure.guided.exposure': ['cli'],
    'structure.guided.tests': ['separate'],
    'features.api': ['none'],
    'components.kind': ['command', 'validator', 'pipeline', 'custom'],
  },
  'api-service': service,
  'internal-service': service,
}

/** What is chosen at a path, each with the path of its own key: one id, or those of a list. */
const chosenAt = (given: Given, path: string): readonly { readonly keys: Keys; readonly id: string }[] => {
  const value = answerAt(given, path)
  const keys = path.split('.')
  if (Array.isArray(value)) return value.map((id, index) => ({ keys: [...keys, index], id: String(id) }))
  return typeof value === 'string' ? [{ keys, id: value }] : []
}

const instead = (path: string, ids: readonly string[]): string =>
  `${ids.length === 0 ? 'Take it out' : `Give ${ids.map(id => `\`${id}\``).join(' or ')}, which this version makes well`}. See \`trysquare explain ${path}\`.`

/** Whether a choice is made by this version; with a purpose, whether it is made for that. */
export const isDelivered = (path: ChoicePath, id: string, purpose?: string): boolean =>
  (delivered[path]?.includes(id) ?? true) &&
  (purpose === undefined || (together[purpose]?.[path]?.includes(id) ?? true))

/** Whether a kind of component is made for a purpose. */
export const makesKind = (purpose: string | undefined, kind: string): boolean =>
  together[purpose ?? '']?.['components.kind']?.includes(kind) ?? true

const purposes = delivered['intake.purpose'] ?? []

/** The purposes for which an option is made; undefined when it is made for every one, none when this version makes it for nobody. */
export const madeFor = (path: ChoicePath | 'components.kind', id: string): readonly string[] | undefined => {
  if (path === 'intake.purpose') return purposes.includes(id) ? undefined : []
  const made = purposes.filter(purpose =>
    path === 'components.kind' ? makesKind(purpose, id) : isDelivered(path, id, purpose),
  )
  return made.length === purposes.length ? undefined : made
}

/** What is made instead: for the purpose, where there is one. */
const works = (path: ChoicePath, purpose: string | undefined): readonly string[] =>
  (delivered[path] ?? together[purpose ?? '']?.[path] ?? []).filter(id => isDelivered(path, id, purpose))

/** Every answer that is valid but not delivered yet, with the path of its key. */
export const undelivered = (given: Given): readonly { readonly path: Keys; readonly refusal: Refusal }[] => {
  const found: { path: Keys; refusal: Refusal }[] = []
  const refuseAt = (path: Keys, value: string, todo: string) =>
    found.push({ path, refusal: refusal('TSQ-UNDELIVERED', { path: writtenPath(path), value, instead: todo }) })
  const purpose = given.intake?.purpose
  for (const path of Object.keys(delivered) as ChoicePath[]) {
    for (const { keys, id } of chosenAt(given, path))
      if (!isDelivered(path, id)) refuseAt(keys, id, instead(path, works(path, purpose)))
  }
  const narrower = purpose === undefined ? {} : (together[purpose] ?? {})
  for (const [path, ids] of Object.entries(narrower)) {
    if (path === 'components.kind') continue
    for (const { keys, id } of chosenAt(given, path))
      if (!ids.includes(id) && isDelivered(path as ChoicePath, id))
        refuseAt(keys, `${id} with purpose ${purpose}`, instead(path, ids))
  }
  const kinds = narrower['components.kind'] ?? deliveredKinds
  given.components?.forEach(({ kind }, index) => {
    // A word that is no kind at all is refused elsewhere, with the nearest that is.
    if (makesKind(purpose, kind) || !deliveredKinds.includes(kind)) return
    refuseAt(['components', index, 'kind'], `${kind} with purpose ${purpose}`, instead('components.kind', kinds))
  })
  const python = given.intake?.python
  if (python !== undefined && (minorsIn(python, 'all')[0] ?? lowestWritten) !== (minorsIn(python)[0] ?? '')) {
    refuseAt(
      ['intake', 'python'],
      python,
      `The code that is written needs Python ${lowestWritten}: write ">=${lowestWritten}".`,
    )
  }
  return found
}
