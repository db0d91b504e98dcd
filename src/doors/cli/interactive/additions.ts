import { drawTree } from '../../../core/design/tree/draw.ts'
import type { CreateCommand } from '../../../core/workflow/create/types.ts'
import type { Context } from './context.ts'
import { chooseStage } from './reviews.ts'

/** Files that the decisions need and a drawn tree lacks, each with its reason. */
export const additionsDialog = async (context: Context): Promise<readonly CreateCommand[]> => {
  const { talk, state, by } = context
  const additions = state.proposal?.additions ?? []
  talk.say(
    '',
    talk.style.bold('The decisions need files that your tree lacks'),
    ...additions.map(each => `  + ${each.path}  ${talk.style.dim(each.reason)}`),
  )
  talk.say(
    '',
    ...drawTree(state.given.intake?.repository_name ?? '.', state.proposal?.files ?? []).map(each => `  ${each}`),
  )
  talk.say(talk.style.dim('  Enter or a = approve · < = reopen a stage · ? = help'))
  for (;;) {
    const text = await talk.ask('Additions')
    if (text === '' || text === 'a') return [{ type: 'confirm', stage: 'additions', by }]
    if (text === '<') {
      const stage = await chooseStage(context, ['intake', 'architecture', 'structure', 'features'])
      if (stage !== undefined) return [{ type: 'reopen', stage, by }]
    } else if (text === '?') {
      talk.say(
        '  Enter  adds these files to your tree; nothing of yours is moved.',
        '  <      reopens a stage: another decision, or another tree, may need none of them.',
      )
    } else talk.refuse('Enter, a, < or ?.')
  }
}

/** A template's tree that later answers changed is shown again, under the approval that it has. */
export const grownTree = ({ talk, state }: Context, approved: readonly string[]): readonly string[] => {
  const files = state.proposal?.files ?? []
  if (approved.length === 0 || state.given.structure?.mode !== 'template') return []
  const added = files.filter(each => !approved.includes(each))
  const gone = approved.filter(each => !files.some(file => file === each))
  if (added.length + gone.length === 0) return []
  return [
    '',
    talk.style.bold('The features changed the template’s tree'),
    ...added.map(each => `  + ${each}`),
    ...gone.map(each => `  - ${each}`),
  ]
}
