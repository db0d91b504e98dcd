import type { Collision, CreateEvent, CreateState, Found } from './types.ts'

/** Files of somebody else that stand where the plan has one, and on which nobody has decided. */
export const undecided = ({ collisions }: Pick<CreateState, 'collisions'>): readonly Collision[] =>
  collisions.filter(each => each.how === undefined)

/** Whether a run is to move into a folder that holds other things, and nobody has said that it may. */
export const isUnasked = ({ beside }: Pick<CreateState, 'beside'>): boolean =>
  beside !== undefined && beside.count > 0 && beside.by === undefined

/** What was found is asked about; a file that has changed since it was decided on is another file. */
export const withFound = (known: readonly Collision[], found: readonly Found[]): readonly Collision[] => [
  ...known.filter(each => !found.some(({ path, theirs }) => path === each.path && theirs !== each.theirs)),
  ...found.filter(({ path, theirs }) => !known.some(each => each.path === path && each.theirs === theirs)),
]

/** What a plan made anew finds; a decision on the very same text holds, so that editing a plan asks nothing twice. */
export const stillDecided = (known: readonly Collision[], found: readonly Found[]): readonly Collision[] =>
  found.map(each => known.find(({ path, theirs }) => path === each.path && theirs === each.theirs) ?? each)

/** The state after decisions on such files; whoever decides on them has seen what else is there. */
export const settled = (
  state: CreateState,
  { files, by }: Extract<CreateEvent, { type: 'collisions-settled' }>,
): CreateState => {
  const how = new Map(files.map(each => [each.path, each.how]))
  const collisions = state.collisions.map(each => {
    const decided = how.get(each.path)
    return decided === undefined ? each : { ...each, how: decided, by }
  })
  return {
    ...state,
    collisions,
    settledBefore: [...state.settledBefore, ...collisions.filter(each => how.has(each.path))],
    ...(state.beside !== undefined && { beside: { ...state.beside, by } }),
  }
}

/** Whether a decision that was written down beforehand was already used, on a text that no longer lies there. */
export const isUsedUp = ({ settledBefore }: Pick<CreateState, 'settledBefore'>, { path, theirs }: Found): boolean => {
  const before = settledBefore.filter(each => each.path === path && each.by?.channel === 'answers-file')
  return before.length > 0 && !before.some(each => each.theirs === theirs)
}
