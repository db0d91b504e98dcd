import { firstFew } from '../../../base/first-few.ts'
import type { Approvals } from '../../../core/design/answers/schema.ts'
import { counted } from '../../../core/documents/report/words.ts'
import { isUsedUp } from '../../../core/workflow/create/collisions.ts'
import type { CreateState } from '../../../core/workflow/create/types.ts'
import type { By } from '../../../core/workflow/decision.ts'
import type { Answer, Question } from '../../../ports/decider.ts'
import { needed } from './needed.ts'

const listed = (paths: readonly string[]): string => firstFew(paths, 4)

/** What stands in the way is kept or replaced as it was written down; where nothing was, the run stops before anything is written. */
export const answerCollisions = (
  { files }: Extract<Question, { type: 'ask-collisions' }>,
  state: CreateState,
  given: Approvals['collisions'],
  by: By,
): Answer => {
  const open = files.filter(path => {
    const found = state.collisions.find(each => each.path === path)
    return given?.[path] === undefined || found === undefined || isUsedUp(state, found)
  })
  const [first] = open
  if (given !== undefined && first === undefined)
    return [{ type: 'settle', files: files.map(path => ({ path, how: given[path] ?? 'keep' })), by }]
  const beside = state.beside?.by === undefined ? (state.beside?.count ?? 0) : 0
  const what = [
    ...(open.length > 0 ? [`${counted(open.length, 'file')} in the way of the plan (${listed(open)})`] : []),
    ...(beside > 0 ? [`${counted(beside, 'other thing')} that would stay beside it`] : []),
  ].join(', and ')
  return first === undefined
    ? needed(
        'approvals.collisions',
        `the folder holds ${what}`,
        'Say that the project may move in: `collisions: {}` below `approvals` in the answers file, or `trysquare decide collisions approve`.',
      )
    : needed(
        `approvals.collisions.${first}`,
        `the folder holds ${what}`,
        `Decide on each: \`collisions: {${first}: keep}\` (or replace) below \`approvals\` in the answers file, or \`trysquare decide collisions.${first} keep\` (replace, merge).`,
      )
}
