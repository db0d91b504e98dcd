import { join } from 'node:path'
import { differences } from '../../../app/collisions.ts'
import type { RepoPath } from '../../../base/repo-path.ts'
import { answerStages } from '../../../core/design/answers/stages.ts'
import type { CreateCommand, Settling } from '../../../core/workflow/create/types.ts'
import type { Context } from './context.ts'
import { chooseStage } from './reviews.ts'

const letters: Readonly<Record<string, Settling>> = { k: 'keep', r: 'replace', m: 'merge' }

const meaning: readonly string[] = [
  '  k  keeps your file: it is taken as the delivery and validated like any other.',
  '  r  has the planned one take its place; yours is kept elsewhere, and you are told where.',
  '  m  lays both out in one file with the marks of a conflict, for you to settle.',
  '  <  reopens a stage: another design may not need the file.',
]

/** Files of somebody else where the plan would write: each is shown with its difference and decided, before anything is written. */
export const collisionsDialog = async (
  context: Context,
  files: readonly RepoPath[],
): Promise<readonly CreateCommand[]> => {
  const { talk, state, by, world } = context
  const target = (await context.folder()) ?? world.host.cwd
  const beside = state.beside?.by === undefined ? (state.beside?.count ?? 0) : 0
  talk.say('', talk.style.bold(`Files in the way  (${target})`))
  if (beside > 0) talk.say(`  The folder holds ${beside} other things; they stay as they are, beside the project.`)
  const decided: { path: RepoPath; how: Settling }[] = []
  for (const [index, each] of (await differences(world, target, state, files)).entries()) {
    talk.say('', `${talk.style.bold(each.path)}  (${index + 1} of ${files.length})`)
    if (each.from !== undefined) talk.say(`  Yours lies at ${each.from}: the plan has moved.`)
    if (each.diff !== '') talk.show(each.diff)
    else
      talk.say(
        each.theirs === undefined
          ? '  It is no text in UTF-8: kept, nothing can check it, and the gate fails on it.'
          : '  What would be made is not known yet.',
      )
    if (each.keeping !== '') {
      talk.say('  Kept, it would follow its package’s new name:')
      talk.show(each.keeping)
    }
    const mergeable = each.theirs !== undefined
    const menu = talk.style.dim(
      `  k keep yours · r replace it · ${mergeable ? 'm merge by hand · ' : ''}< a stage again · ? help`,
    )
    talk.say(menu)
    for (;;) {
      const text = (await talk.ask(join(each.path))).toLowerCase()
      const how = letters[text[0] ?? '']
      if (how === 'merge' && !mergeable) {
        talk.refuse('What is no text cannot be merged: k or r.')
        continue
      }
      if (how !== undefined && (text.length === 1 || text === how)) {
        decided.push({ path: each.path, how })
        break
      }
      if (text === '<') {
        const stage = await chooseStage(context, answerStages)
        if (stage !== undefined) return [{ type: 'reopen', stage, by }]
      } else if (text === '?') talk.say(...meaning, menu)
      else talk.refuse('k, r, m, < or ?.')
    }
  }
  if (files.length > 0) return [{ type: 'settle', files: decided, by }]
  for (;;) {
    const text = (await talk.ask('Move in (y, or < for another stage)')).toLowerCase()
    if (text === 'y' || text === 'yes') return [{ type: 'settle', files: [], by }]
    if (text !== '<') talk.refuse('y, or <. Ctrl-C leaves; then choose another folder with --out.')
    else {
      const stage = await chooseStage(context, answerStages)
      if (stage !== undefined) return [{ type: 'reopen', stage, by }]
    }
  }
}
