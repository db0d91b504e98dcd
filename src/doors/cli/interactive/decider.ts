import type { World } from '../../../app/world.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { distributionName } from '../../../core/design/answers/names.ts'
import type { AnswerStage } from '../../../core/design/answers/stages.ts'
import { suggest } from '../../../core/design/suggest.ts'
import type { Checkpoint, CreateCommand, CreateState } from '../../../core/workflow/create/types.ts'
import type { Decider, Question } from '../../../ports/decider.ts'
import type { NameOnIndex } from '../../../ports/package-index.ts'
import { additionsDialog, grownTree } from './additions.ts'
import { type Beginning, beginIntake, mendList } from './begin.ts'
import { collisionsDialog } from './collisions.ts'
import type { Context } from './context.ts'
import { architectureFields } from './fields/architecture.ts'
import { featureFields } from './fields/features.ts'
import { inBlock, intakeFields } from './fields/intake.ts'
import { structureFields } from './fields/structure.ts'
import { folderLines, planDialog } from './plans.ts'
import { reviewDialog } from './reviews.ts'
import { firstPlace, nextPlace, type Place, type Stage, stageDialog } from './stage.ts'
import { Left, talkOver } from './talk.ts'
import { continuing, targetFolder } from './target.ts'
import type { TaskMemory } from './tasks.ts'
import { tasksDialog } from './tasks.ts'
import type { Terminal } from './terminal.ts'

/** Who answers, and what the run is about. */
export interface Interview {
  readonly who: string
  readonly idea?: string
  /** The folder that was named with --out. */
  readonly out?: string
}

const onIndex: Readonly<Record<NameOnIndex, (name: string) => string>> = {
  taken: name => `The package index already has a "${name}": publishing needs another name, or must be yours.`,
  free: name => `The name "${name}" is free on the package index.`,
  unknown: name => `Whether "${name}" is taken is unknown: the package index could not be reached.`,
}

const openings: Readonly<Record<Exclude<AnswerStage, 'intake'>, readonly string[]>> = {
  architecture: ['Stage 1: architecture. Five decisions, each with a recommendation; ? explains, < goes back.'],
  structure: ['Stage 2: structure and components.'],
  features: ['Stage 3: features. Five gates; what is not wanted is NO, and leaves no trace.'],
}

const pathOf = (question: Question): string => {
  switch (question.type) {
    case 'ask-answers':
      return question.missing[0] ?? question.stage
    case 'ask-confirm':
      return `approvals.${question.stage}`
    case 'ask-review':
      return `approvals.critic_${question.checkpoint}`
    case 'ask-collisions':
      return 'approvals.collisions'
    case 'ask-plan':
      return 'approvals.plan'
    case 'ask-task':
      return 'approvals.tasks'
  }
}

/** Asks a person at a terminal. Each answer is handed over at once, so that whatever ends the program loses none. */
export const terminalDecider = (world: World, terminal: Terminal, { who, idea, out }: Interview): Decider => {
  const talk = talkOver(terminal, world)
  const by = { who, channel: 'terminal' as const }
  const places = new Map<AnswerStage, Place>()
  const opened = new Set<AnswerStage>()
  const printed = new Map<Checkpoint, unknown>()
  const memory: TaskMemory = { acceptPassing: false }
  let name: { readonly asked: string; readonly answer: Promise<NameOnIndex> } | undefined
  let told: string | undefined
  let approved: readonly string[] = []
  let listAmiss = false

  const askIndex = ({ state }: Context, typed: string) => {
    const asked = distributionName(typed)
    if (state.run?.embedded === true || name?.asked === asked) return
    name = { asked, answer: world.index.name(asked) }
  }
  const indexNote = async (): Promise<readonly string[]> => {
    if (name === undefined || told === name.asked) return []
    told = name.asked
    return [`  · ${onIndex[await name.answer](name.asked)}`]
  }
  const intake = intakeFields(askIndex)
  const stages: Readonly<Record<AnswerStage, Stage>> = {
    intake: {
      stage: 'intake',
      fields: intake,
      // The day is recorded with the answers, so that a saved file replays to the same files.
      alongside: ({ state }) => ({ date: state.given.date ?? state.run?.date ?? '' }),
      closing: async context => [...(await folderLines(context)), ...(await indexNote())],
    },
    architecture: { stage: 'architecture', fields: architectureFields },
    structure: { stage: 'structure', fields: structureFields },
    features: { stage: 'features', fields: featureFields },
  }

  const placeOf = (stage: AnswerStage, state: CreateState): Place => {
    const place = places.get(stage) ?? firstPlace(stages[stage].fields, state.given)
    places.set(stage, place)
    return place
  }

  const open = async (stage: AnswerStage, context: Context): Promise<readonly CreateCommand[] | undefined> => {
    if (listAmiss) return begin(context, await mendList(context, intake))
    if (opened.has(stage)) return undefined
    opened.add(stage)
    const place = placeOf(stage, context.state)
    if (place.at === 'summary') return undefined
    if (stage !== 'intake') {
      talk.say('', talk.style.bold(openings[stage].join(' ')))
      return undefined
    }
    if (context.state.given.intake !== undefined) {
      talk.say(
        '',
        `Going on with ${context.state.given.intake.repository_name ?? 'the run'}, at the questions that are still open.`,
      )
      return undefined
    }
    return begin(context, await beginIntake(context, intake.slice(0, inBlock), intake))
  }

  /** What a list or the editor answered, recorded before anything else is asked. */
  const begin = (context: Context, beginning: Beginning): readonly CreateCommand[] | undefined => {
    listAmiss = beginning.kind === 'values' && beginning.amiss === true
    if (beginning.kind === 'one-by-one') return undefined
    const place = placeOf('intake', context.state)
    const values = { ...stages.intake.alongside?.(context), ...beginning.values }
    const given = { ...context.state.given, ...values }
    place.at = nextPlace(intake, given, place, undefined)
    if (values.intake?.package_name !== undefined) askIndex(context, values.intake.package_name)
    return [{ type: 'answer', stage: 'intake', values, by }]
  }

  const ofStage = async (stage: AnswerStage, context: Context): Promise<readonly CreateCommand[]> => {
    const begun = await open(stage, context)
    if (begun !== undefined) return begun
    const place = placeOf(stage, context.state)
    const commands = await stageDialog(stages[stage], context, place)
    for (const command of commands) {
      if (command.type === 'confirm' || command.type === 'reopen')
        places.set(command.type === 'confirm' ? stage : command.stage, {
          at: 'summary',
          visited: place.visited,
        })
      if (command.type === 'reopen') places.delete(stage)
      if (command.type === 'confirm' && stage === 'structure') approved = context.state.proposal?.files ?? []
    }
    return commands
  }

  const reopened = (commands: readonly CreateCommand[]): readonly CreateCommand[] => {
    for (const each of commands) {
      const stage = each.type === 'reopen' ? each.stage : each.type === 'decide' ? each.back : undefined
      if (stage !== undefined) places.set(stage, { at: 'summary', visited: new Set() })
    }
    return commands
  }

  const review = async (context: Context, checkpoint: Checkpoint): Promise<readonly CreateCommand[]> => {
    const found = context.state.reviews[checkpoint]
    // After a clarification the same review is still in sight; after a revision it is shown, even when nothing changed.
    const clarified = context.state.decisions.at(-1)?.decision === 'clarify'
    const again = clarified && printed.get(checkpoint) === JSON.stringify(found)
    if (!again && checkpoint === 2) talk.say(...grownTree(context, approved))
    printed.set(checkpoint, JSON.stringify(found))
    return reopened(await reviewDialog(context, checkpoint, again))
  }

  const settle = async (question: Question, context: Context): Promise<readonly CreateCommand[]> => {
    switch (question.type) {
      case 'ask-answers':
        return ofStage(question.stage, context)
      case 'ask-confirm':
        return question.stage === 'additions'
          ? reopened(await additionsDialog(context))
          : ofStage(question.stage, context)
      case 'ask-review':
        return review(context, question.checkpoint)
      case 'ask-collisions':
        return reopened(await collisionsDialog(context, question.files))
      case 'ask-plan':
        return reopened(await planDialog(context))
      case 'ask-task':
        return reopened(await tasksDialog(context, memory, (await context.folder()) ?? world.host.cwd))
    }
  }

  return {
    answer: async (question, state) => {
      const about = idea ?? state.run?.idea
      const context: Context = {
        world,
        talk,
        state,
        by,
        ideas: about === undefined ? {} : suggest(about),
        folder: () => targetFolder(world, state, out),
      }
      try {
        return await settle(question, context)
      } catch (error) {
        if (!(error instanceof Left)) throw error
        return new KnownError('TSQ-NEEDED', {
          path: pathOf(question),
          question: 'you stopped here; everything before it is kept',
          how: `Go on with ${await continuing(world, state, out)}, in this terminal or another.`,
        })
      }
    },
  }
}
