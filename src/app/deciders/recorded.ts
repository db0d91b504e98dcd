import { KnownError } from '../../base/errors/known-error.ts'
import { valueHash } from '../../base/hash.ts'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Approvals, Given } from '../../core/design/answers/schema.ts'
import { type AnswerStage, missing, partOf } from '../../core/design/answers/stages.ts'
import { overall } from '../../core/gates/verdict.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateCommand, CreateState } from '../../core/workflow/create/types.ts'
import type { By, Channel } from '../../core/workflow/decision.ts'
import type { Answer, Decider, Question } from '../../ports/decider.ts'

/** What a person recorded beforehand, and who that person is. */
export interface Recorded {
  readonly given: Given
  readonly who: string
  readonly channel: Channel
  readonly why?: string
}

const needed = (path: string, question: string, how: string): KnownError =>
  new KnownError('TSQ-NEEDED', { path, question, how })

const inFile = (path: string, value: string): string =>
  `Add \`${path}: ${value}\` to the answers file and run the same command again, or use \`trysquare decide\`.`

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
  return Object.keys(values).length === 0 || valueHash({ ...before, ...values }) === valueHash(before)
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
  const [open] = missing(question.stage, { ...state.given, ...partOf(question.stage, recorded.given) })
  if (open === undefined && commands.length > 0) return commands
  const path = open ?? question.missing[0] ?? question.stage
  return needed(
    path,
    path === 'components' ? 'a project needs at least one component' : 'it has no answer',
    `Answer \`${path}\` in the answers file (\`trysquare explain ${path}\` says how), or run \`trysquare new\` in a terminal.`,
  )
}

const confirm = (
  question: Extract<Question, { type: 'ask-confirm' }>,
  state: CreateState,
  recorded: Recorded,
  by: By,
): Answer => {
  const { stage } = question
  if (stage !== 'additions') {
    const changed = asAnswered(state, recorded, stage, by)
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

const dismissals = (approvals: Approvals, state: CreateState, by: By): readonly CreateCommand[] =>
  (approvals.dismissals ?? []).flatMap(({ task: path, rule, why }) => {
    const outline = state.plan.find(each => each.path === path)
    if (outline === undefined) return []
    const { at, validation, dismissed } = taskOf(state, outline.id)
    if (at !== 'review') return []
    const known = dismissed.map(each => each.finding)
    const findings = (validation?.findings ?? []).filter(each => each.rule === rule && !known.includes(each.id))
    return findings.map(
      (each): CreateCommand => ({
        type: 'task',
        task: outline.id,
        command: { type: 'dismiss', finding: each.id, by: { ...by, why } },
      }),
    )
  })

/** A translated README was asked for knowing that no translation is delivered for it: that is a decision already. */
const isTranslation = (role: string): boolean => role.startsWith('readme-translated')

const tasks = (
  question: Extract<Question, { type: 'ask-task' }>,
  state: CreateState,
  recorded: Recorded,
  by: By,
): Answer => {
  const approvals = recorded.given.approvals ?? {}
  const dismissed = dismissals(approvals, state, by)
  if (dismissed.length > 0) return dismissed
  const decided = (path: string) => approvals.task_decisions?.[path as RepoPath]
  const commands: CreateCommand[] = []
  for (const outline of state.plan) {
    const { at, validation, dismissed: known } = taskOf(state, outline.id)
    const command = (own: Extract<CreateCommand, { type: 'task' }>['command']) =>
      commands.push({ type: 'task', task: outline.id, command: own })
    const waiting = at === 'waiting' || at === 'review'
    if (waiting && decided(outline.path) === 'defer')
      command({ type: 'defer', by: { ...by, why: by.why ?? 'deferred in the answers file' } })
    else if (at === 'waiting' && isTranslation(outline.role))
      command({ type: 'defer', by: { ...by, why: 'accepted with the plan: this language has no translation yet' } })
    else if (at === 'waiting' && outline.maker === 'manager' && state.run?.embedded === true)
      command({ type: 'defer', by: { ...by, why: '--embedded uses no dependency manager' } })
    else if (
      at === 'review' &&
      approvals.tasks === 'accept-passing' &&
      overall(
        validation ?? { rows: [], findings: [] },
        known.map(each => each.finding),
      ) === 'ACCEPTABLE'
    ) {
      command({ type: 'accept', by: { ...by, why: 'accept all that pass' } })
    } else if (at === 'review' && decided(outline.path) === 'accept') command({ type: 'accept', by })
  }
  // What waits for a file that was not settled in this round stays for the next one.
  const possible = commands.filter(
    each => each.type !== 'task' || each.command.type !== 'accept' || needsAreSettled(state, commands, each.task),
  )
  if (possible.length > 0) return possible
  return openTask(question, state, approvals)
}

const needsAreSettled = (
  state: CreateState,
  commands: readonly CreateCommand[],
  id: CreateState['plan'][number]['id'],
): boolean =>
  (state.plan.find(each => each.id === id)?.needs ?? []).every(need => {
    const settled = ['accepted', 'done', 'deferred', 'aborted'].includes(taskOf(state, need).at)
    return (
      settled ||
      commands.some(
        each =>
          each.type === 'task' &&
          each.task === need &&
          (each.command.type === 'accept' || each.command.type === 'defer'),
      )
    )
  })

const openTask = (
  question: Extract<Question, { type: 'ask-task' }>,
  state: CreateState,
  approvals: Approvals,
): KnownError => {
  const failing = question.review.find(
    id => overall(taskOf(state, id).validation ?? { rows: [], findings: [] }) !== 'ACCEPTABLE',
  )
  const id =
    failing ??
    question.review[0] ??
    question.waiting.find(each => taskOf(state, each).at === 'waiting') ??
    question.waiting[0]
  const path = state.plan.find(each => each.id === id)?.path ?? ''
  const own = id === undefined ? undefined : taskOf(state, id)
  if (own?.at === 'review' && failing === undefined && approvals.tasks === undefined) {
    return needed(
      'approvals.tasks',
      `${question.review.length} files wait for their review`,
      inFile('approvals.tasks', 'accept-passing'),
    )
  }
  if (own?.at === 'review') {
    const rows = own.validation?.rows.filter(row => row.outcome === 'FAIL' || row.outcome === 'PARTIAL') ?? []
    return needed(
      `approvals.task_decisions.${path}`,
      `${id} ${path} needs revision (${rows.map(row => row.check).join(', ')})`,
      `\`trysquare task show ${id}\`; then modify, regenerate or defer it.`,
    )
  }
  return needed(
    `approvals.task_decisions.${path}`,
    `${id} ${path} is not made yet`,
    own?.how ?? `\`trysquare task show ${id}\` says what it waits for.`,
  )
}

/** Decides by what a person recorded: an answers file, or the one decision of a command. Whatever is not there stops the run. */
export const recordedDecider = (recorded: Recorded): Decider => {
  const by: By = {
    who: recorded.who,
    channel: recorded.channel,
    ...(recorded.why !== undefined && { why: recorded.why }),
  }
  return {
    answer: async (question, state) => {
      switch (question.type) {
        case 'ask-answers':
          return answers(question, state, recorded, by)
        case 'ask-confirm':
          return confirm(question, state, recorded, by)
        case 'ask-review':
          return review(question, state, recorded, by)
        case 'ask-plan':
          return recorded.given.approvals?.plan === undefined
            ? needed(
                'approvals.plan',
                `the plan has ${state.plan.length} files and waits for its approval`,
                `\`trysquare plan show\` prints it. ${inFile('approvals.plan', 'approve')}`,
              )
            : [{ type: 'approve', by }]
        case 'ask-task':
          return tasks(question, state, recorded, by)
      }
    },
  }
}
