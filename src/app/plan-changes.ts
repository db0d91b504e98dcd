import { firstFew } from '../base/first-few.ts'
import { counted } from '../core/documents/report/words.ts'
import { leftoversOf, type Standing, standings } from '../core/workflow/create/carry.ts'
import type { CreateState, TaskOutline } from '../core/workflow/create/types.ts'

/** What a plan made anew means for the files that were there, in words. */
export interface PlanChanges {
  /** `3 files are made again, 1 is new, 22 stay as they are, 1 is removed`. */
  readonly summary: string
  /** The files that are touched, each with the reason. */
  readonly touched: readonly {
    readonly path: string
    readonly what: 'again' | 'new' | 'removed' | 'left'
    readonly why: string
  }[]
}

const inWords: Readonly<Record<string, string>> = {
  interface: 'its interface',
  unit: 'its template',
  names: 'the names',
  'plan.files': 'the list of files',
  'plan.modules': 'the list of modules',
}

const saysOf = (path: string): string => inWords[path] ?? path

const touchedBy = (
  { path }: TaskOutline,
  standing: Standing | undefined,
  wanted: boolean,
): readonly PlanChanges['touched'][number][] => {
  if (standing === undefined || standing.kind === 'stays') return []
  if (standing.kind === 'new') return [{ path, what: 'new', why: wanted ? 'you added it' : 'the design needs it now' }]
  return [{ path, what: 'again', why: `${firstFew(standing.because.map(saysOf), 3)} changed` }]
}

/** How a plan that waits for its approval stands to what was made before; undefined when nothing was. */
export const planChanges = (state: CreateState): PlanChanges | undefined => {
  const { plan, former, edits } = state
  const added = new Set(edits.add?.map(each => each.path))
  if (former === undefined) return undefined
  const all = standings(plan, former)
  const removed = leftoversOf(state, former).map(({ path, theirs }) => ({
    path,
    what: theirs ? ('left' as const) : ('removed' as const),
    why: theirs ? 'the design no longer has it; it is yours' : 'the design no longer has it',
  }))
  const touched = [...plan.flatMap(each => touchedBy(each, all.get(each.id), added.has(each.path))), ...removed]
  const count = (what: string) => touched.filter(each => each.what === what).length
  const stays = plan.length - count('again') - count('new')
  const are = (number: number, says: string) => (number === 0 ? [] : [`${number} ${says}`])
  return {
    summary: [
      ...are(count('again'), `made again`),
      ...are(count('new'), 'new'),
      ...are(count('removed'), 'removed'),
      ...are(count('left'), 'left to you'),
      `${counted(stays, 'file')} as ${stays === 1 ? 'it is' : 'they are'}`,
    ].join(', '),
    touched,
  }
}
