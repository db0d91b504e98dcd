import { isRefusal } from '../../../base/refusal.ts'
import type { AnswerStage } from '../../../core/design/answers/stages.ts'
import { clarify } from '../../../core/design/review/clarify.ts'
import type { Review } from '../../../core/design/review.ts'
import { printReview } from '../../../core/documents/report/review-text.ts'
import { spoken } from '../../../core/documents/report/spoken.ts'
import { create } from '../../../core/workflow/create/machine.ts'
import type { Checkpoint, CreateCommand } from '../../../core/workflow/create/types.ts'
import type { Context } from './context.ts'

const stagesBefore: Readonly<Record<Checkpoint, readonly AnswerStage[]>> = {
  1: ['intake', 'architecture'],
  2: ['intake', 'architecture', 'structure', 'features'],
}

/** Which stage to go back to; undefined when the person thought better of it. */
export const chooseStage = async (
  { talk }: Context,
  stages: readonly AnswerStage[],
): Promise<AnswerStage | undefined> => {
  talk.say(
    ...stages.map((stage, index) => `  ${index + 1}  ${stage}`),
    talk.style.dim('  Its answers stay until you change them. Enter = none of them'),
  )
  for (;;) {
    const text = await talk.ask('Which stage')
    if (text === '' || text === '<') return undefined
    if (text === '?') {
      talk.say('  You come to that stage’s summary and change what you like; it and what follows are confirmed again.')
      continue
    }
    const found = stages.find((stage, index) => stage === text || String(index + 1) === text)
    if (found !== undefined) return found
    talk.refuse(`One of ${stages.join(', ')}, or its number; Enter for none.`)
  }
}

const explain = async ({ talk, world }: Context, review: Review): Promise<string | undefined> => {
  const rules = await world.shelves.critics()
  if (review.concerns.length === 0) {
    talk.say('  No rule had a concern; there is nothing to clarify.')
    return undefined
  }
  talk.say(
    ...review.concerns.map(
      (each, index) =>
        `  ${String(index + 1).padStart(2)}  ${each.rule}${each.points > 0 ? ` (takes ${each.points})` : ' (a remark)'}`,
    ),
  )
  for (;;) {
    const text = await talk.ask('Which concern (Enter: none)')
    if (text === '' || text === '<') return undefined
    if (text === '?') {
      talk.say(
        '  A number shows what that rule asks and why, what in your answers it read, and how to win the points back. It changes no answer.',
      )
      continue
    }
    const rule = review.concerns[Number(text) - 1]?.rule ?? text
    const found = clarify(review, rule, rules)
    if (found !== undefined) {
      const { bold } = talk.style
      talk.say(
        '',
        `${bold(found.rule)} · ${found.dimension}: ${found.meaning.asks}`,
        `  Asks      ${found.asks}`,
        `  Why       ${found.why}`,
        ...(found.says === undefined ? [] : [`  Here      ${found.says}`]),
        ...(found.evidence.length === 0
          ? []
          : [`  Evidence  ${found.evidence.map(each => `${each.path}: ${spoken(each.value)}`).join('; ')}`]),
        ...(found.winBack === undefined ? [] : [`  Win back  ${found.winBack}`]),
        `  Worse     ${found.example.bad}`,
        `  Better    ${found.example.good}`,
      )
      return rule
    }
    talk.refuse(`There is no concern "${text}".`)
  }
}

/** A review: proceed, revise, or have a concern explained. Printed once; a clarification comes back to the same question. */
export const reviewDialog = async (
  context: Context,
  checkpoint: Checkpoint,
  printed: boolean,
): Promise<readonly CreateCommand[]> => {
  const { talk, state, by } = context
  const review = state.reviews[checkpoint]
  if (review === undefined) return []
  const before = state.decisions.findLast(each => each.checkpoint === checkpoint && each.decision !== 'clarify')
  const [title = '', ...told] = printReview(review)
  if (!printed)
    talk.say(
      '',
      before === undefined ? title : `${title}, made anew: ${review.total} of 25, was ${before.score}`,
      ...told,
    )
  const fine = review.total >= 15
  talk.say(
    '',
    talk.style.dim(`  ${fine ? 'Enter or ' : ''}p = proceed · r = revise · c = clarify a concern · ? = help`),
  )
  for (;;) {
    const text = (await talk.ask(`Review ${checkpoint}: ${review.total} of 25`)).toLowerCase()
    if (text === 'p' || text === 'proceed' || (text === '' && fine)) {
      const command: CreateCommand = { type: 'decide', decision: { decision: 'proceed', by, unseen: false } }
      const decided = create.decide(state, command)
      if (!isRefusal(decided)) return [command]
      talk.refuse(decided)
    } else if (text === 'r' || text === 'revise') {
      const back = await chooseStage(context, stagesBefore[checkpoint])
      if (back !== undefined) return [{ type: 'decide', decision: { decision: 'revise', by, unseen: false }, back }]
    } else if (text === 'c' || text === 'clarify') {
      const about = await explain(context, review)
      if (about !== undefined) return [{ type: 'decide', decision: { decision: 'clarify', by, unseen: false, about } }]
    } else if (text === '?') {
      talk.say(
        `  p  goes on with ${review.total} points: ${checkpoint === 1 ? 'the structure is asked next' : 'the plan is shown next'}. Under 10 points it is refused.`,
        '  r  goes back to a stage; when it is confirmed again, the review is made anew.',
        '  c  shows a rule in depth: what it asks, why, and what wins the points back. It changes nothing.',
      )
    } else talk.refuse('p, r, c or ?.')
  }
}
