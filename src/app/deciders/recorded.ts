import { answersHash } from '../../core/design/answers/same.ts'
import type { Given } from '../../core/design/answers/schema.ts'
import { type AnswerStage, missing, partOf } from '../../core/design/answers/stages.ts'
import { stillHeld } from '../../core/workflow/create/beforehand.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import type { By } from '../../core/workflow/decision.ts'
import type { Answer, Decider, Question } from '../../ports/decider.ts'
import { answerCollisions } from './recorded/collisions.ts'
import { inFile, needed, unanswered } from './recorded/needed.ts'
import { answerPlan } from './recorded/plan.ts'
import { answerTasks, dismissals } from './recorded/tasks.ts'

/** What a person recorded beforehand, and who that person is. */
export interface Recorded {
  readonly given: Given
  readonly by: By
  /** Who gave the policy on files that pass, where that was somebody else, or at another time. */
  readonly policy?: By
  /** Who answered, where that was somebody else, or at another time. */
  readonly answering?: By
}

const words: Readonly<Record<AnswerStage | 'additions', string>> = {
  intake: 'confirm',
  architecture: 'confirm',
  structure: 'approve',
  features: 'confirm',
  additions: 'approve',
}

const asAnswered = (state: CreateState, recorded: Recorded, stage: AnswerStage, by: By): readonly CreateCommand[] => {
  const values = partOf(stage, recorded.given)
  const before = partOf(stage, state.given)
  return Object.keys(values).length === 0 || answersHash({ ...before, ...values }) === answersHash(before)
    ? []
    : [{ type: 'answer', stage, values, by }]
}

const answers = (
  question: Extract<Question, { type: 'ask-answers' }>,
  state: CreateState,
  recorded: Recorded,
  by: By,
): Answer => {
  const commands = asAnswered(state, recorded, question.stage, by)
  const open = missing(question.stage, { ...state.given, ...partOf(question.stage, recorded.given) })
  if (open.length === 0 && commands.length > 0) return commands
  const [first, ...more] = open
  return unanswered(first === undefined ? question.missing : [first, ...more])
}

const confirm = (
  question: Extract<Question, { type: 'ask-confirm' }>,
  state: CreateState,
  recorded: Recorded,
  by: By,
): Answer => {
  const { stage } = question
  if (stage !== 'additions') {
    const changed = asAnswered(state, recorded, stage, recorded.answering ?? by)
    if (changed.length > 0) return changed
  }
  if (recorded.given.approvals?.[stage] !== undefined) return [{ type: 'confirm', stage, by }]
  const asks =
    stage === 'additions'
      ? `the decisions need files that the tree lacks: ${(state.proposal?.additions ?? []).map(each => each.path).join(', ')}`
      : `the ${stage} is complete and waits for its confirmation`
  return needed(`approvals.${stage}`, asks, inFile(`approvals.${stage}`, words[stage]))
}

const review = (
  question: Extract<Question, { type: 'ask-review' }>,
  state: CreateState,
  recorded: Recorded,
  by: By,
): Answer => {
  const { checkpoint } = question
  const path = `approvals.critic_${checkpoint}`
  const given = recorded.given.approvals?.[checkpoint === 1 ? 'critic_1' : 'critic_2']
  const found = state.reviews[checkpoint]
  if (given === undefined) {
    return needed(
      path,
      `review ${checkpoint} scores the design ${found?.total ?? 0} of 25 and waits for a decision`,
      inFile(path, 'proceed'),
    )
  }
  const { decision, min_score, about } =
    typeof given === 'string' ? { decision: given, min_score: undefined, about: undefined } : given
  const seen = state.shown.includes(checkpoint)
  const met = min_score !== undefined && (found?.total ?? 0) >= min_score
  return [
    {
      type: 'decide',
      decision: {
        decision,
        by,
        unseen: decision === 'proceed' && !seen && !met,
        ...(min_score !== undefined && { min_score }),
        ...(about !== undefined && { about }),
      },
    },
  ]
}

/** Decides by what a person recorded: an answers file, or the one decision of a command. Whatever is not there stops the run. */
export const recordedDecider = (recorded: Recorded): Decider => {
  const { by, policy = by, answering = by } = recorded
  const ofFiles = (state: CreateState) => stillHeld(state, recorded.given.approvals ?? {})
  return {
    fixes: () =>
      recorded.given.approvals?.fixes === 'formatting-and-imports'
        ? { ...by, why: 'formatting and imports were approved beforehand' }
        : undefined,
    dismissals: state => dismissals(ofFiles(state), state, by),
    changes: (stage, state) => asAnswered(state, recorded, stage, answering),
    answer: async (question, state) => {
      switch (question.type) {
        case 'ask-answers':
          return answers(question, state, recorded, answering)
        case 'ask-confirm':
          return confirm(question, state, recorded, by)
        case 'ask-review':
          return review(question, state, recorded, by)
        case 'ask-collisions':
          return answerCollisions(question, state, recorded.given.approvals?.collisions, by)
        case 'ask-plan':
          return answerPlan(state, recorded.given.approvals?.plan, by)
        case 'ask-task':
          return answerTasks(question, state, ofFiles(state), { by, policy })
      }
    },
  }
}
