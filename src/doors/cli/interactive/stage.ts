import { answersHash } from '../../../core/design/answers/same.ts'
import type { Given } from '../../../core/design/answers/schema.ts'
import { type AnswerStage, answerAt, answerStages } from '../../../core/design/answers/stages.ts'
import { interactionsOf } from '../../../core/design/interactions.ts'
import { questions, summaryOf } from '../../../core/design/summary.ts'
import { drawTree } from '../../../core/design/tree/draw.ts'
import type { CreateCommand } from '../../../core/workflow/create/types.ts'
import type { Context, Field } from './context.ts'
import { misfit } from './misfit.ts'
import { numberedTable } from './table.ts'

/** Where a stage's dialog is: at a question, or at its summary. Held in memory only: after a restart it follows from the answers. */
export interface Place {
  /** The path of its question, or `summary`. */
  at: string
  readonly visited: Set<string>
}

/** The parts of a stage's dialog that differ from stage to stage. */
export interface Stage {
  readonly stage: AnswerStage
  readonly fields: readonly Field[]
  /** Said with every answer of the stage. */
  readonly alongside?: (context: Context) => Partial<Given>
  /** Awaited before the summary. */
  readonly closing?: (context: Context) => Promise<readonly string[]>
}

const applying = (fields: readonly Field[], given: Given): readonly Field[] =>
  fields.filter(each => each.when?.(given) ?? true)

const owes = (field: Field, given: Given): boolean =>
  field.open?.(given) ?? (field.main && answerAt(given, field.path) === undefined)

const isOpen = (field: Field, given: Given, place: Place): boolean =>
  owes(field, given) || (!field.main && !place.visited.has(field.path) && answerAt(given, field.path) === undefined)

/** The next question after one, or the summary. Optional ones are asked once, and only on the way. */
export const nextPlace = (fields: readonly Field[], given: Given, place: Place, from: string | undefined): string => {
  const here = applying(fields, given)
  const at = fields.findIndex(each => each.path === from)
  const later = here.filter(each => fields.indexOf(each) > at)
  const open = later.find(each => isOpen(each, given, place)) ?? here.find(each => owes(each, given))
  return open?.path ?? 'summary'
}

/** The place where a stage begins: its first open question, or its summary when nothing of it is open. */
export const firstPlace = (fields: readonly Field[], given: Given): Place => {
  const here = applying(fields, given)
  // What is optional and lies before an answer was passed by in an earlier sitting.
  const last = here.findLastIndex(each => each.main && !owes(each, given) && each.open === undefined)
  const visited = new Set(here.slice(0, last + 1).map(each => each.path))
  const open = here.some(each => owes(each, given))
  return { at: open ? nextPlace(fields, given, { at: 'summary', visited }, undefined) : 'summary', visited }
}

/** What has no line in the summary: nothing was said, or a list was said to be empty. */
const written = (value: unknown): string =>
  typeof value === 'string' && value !== '' ? value : Array.isArray(value) ? 'none' : '–'

const rowsOf = ({ stage, fields }: Stage, given: Given) => {
  const told = summaryOf(stage, given)
  const rows = applying(fields, given).map((field, index) => ({
    mark: field.mark ?? String(index + 1),
    name: questions[stage].find(([path]) => path === field.path)?.[1] ?? field.title,
    text: told.find(each => each.path === field.path)?.answer || written(answerAt(given, field.path)),
    field,
  }))
  // By number: what is asked out of turn must not shift the numbers of the questions.
  return rows.toSorted(
    (a, b) => Number.parseInt(a.mark, 10) - Number.parseInt(b.mark, 10) || (a.mark < b.mark ? -1 : 1),
  )
}

/** What the answers to a summary's prompt lead to. */
const meaning: Readonly<Record<AnswerStage, string>> = {
  intake: 'the architecture is asked next. Nothing is written before the plan is approved.',
  architecture: 'the design is reviewed next, with points and concerns; you can come back from there.',
  structure: 'the features are asked next. Files are made only after the plan is approved.',
  features: 'the design is reviewed once more, with its tree and features; then comes the plan.',
}

const back = (stage: Stage, context: Context, place: Place, from: string): readonly CreateCommand[] | undefined => {
  const here = applying(stage.fields, context.state.given)
  const before = here[here.findIndex(each => each.path === from) - 1]
  if (before !== undefined) {
    place.at = before.path
    return undefined
  }
  const earlier = answerStages[answerStages.indexOf(stage.stage) - 1]
  if (earlier !== undefined) {
    context.talk.say(
      context.talk.style.yellow(`  Back to ${earlier}: it is confirmed again, and what follows from it too.`),
    )
    return [{ type: 'reopen', stage: earlier, by: context.by }]
  }
  context.talk.say('  This is the first question.')
  return undefined
}

/** Asks the question at the place; answers commands when something changed. */
const question = async (
  stage: Stage,
  context: Context,
  place: Place,
  field: Field,
): Promise<readonly CreateCommand[] | undefined> => {
  const reply = await field.ask(context)
  if (reply.kind === 'back') return back(stage, context, place, field.path)
  const answered: Partial<Given> = { ...stage.alongside?.(context), ...reply.values }
  const refused = await misfit(context, answered)
  const early = stage.stage === 'intake' || stage.stage === 'architecture'
  if (refused !== undefined) context.talk.refuse(refused)
  if (refused !== undefined && !early) return undefined
  // A tree or components that fitted other answers must not hold these back: they are asked for again.
  const mode = context.state.given.structure?.mode
  const again: Partial<Given> =
    mode === 'tree' || (mode === 'guided' && refused?.code !== 'TSQ-COMPONENT')
      ? { structure: { mode } }
      : { components: [] }
  if (refused !== undefined)
    context.talk.say('  Your answer is taken; the structure is asked for again when its stage comes.')
  const values = refused === undefined ? answered : { ...answered, ...again }
  const given = { ...context.state.given, ...values }
  place.visited.add(field.path)
  place.at = nextPlace(stage.fields, given, place, field.path)
  return answersHash(given) === answersHash(context.state.given)
    ? undefined
    : [{ type: 'answer', stage: stage.stage, values, by: context.by }]
}

const summary = async (stage: Stage, context: Context, place: Place): Promise<readonly CreateCommand[] | undefined> => {
  const { talk, state } = context
  const rows = rowsOf(stage, state.given)
  // Every line stands before the person: what was left out is not asked again unless its number is typed.
  for (const { field } of rows) place.visited.add(field.path)
  talk.say('', talk.style.bold(`Summary: ${stage.stage}`), ...numberedTable(rows, talk.width))
  if (stage.stage === 'architecture') talk.say(...interactionsOf(state.given).map(each => `  · ${each}`))
  if (stage.stage === 'structure') {
    const lines = drawTree(state.given.intake?.repository_name ?? '.', state.proposal?.files ?? [])
    talk.say('', ...lines.map(each => `  ${each}`))
  }
  talk.say(...((await stage.closing?.(context)) ?? []))
  const verb = stage.stage === 'structure' ? 'approve' : 'confirm'
  talk.say(talk.style.dim(`  Enter or ${verb.charAt(0)} = ${verb} · a number = edit that line · < = back · ? = help`))
  for (;;) {
    const text = await talk.ask(verb === 'approve' ? 'Approve' : 'Confirm')
    if (text === '' || text === verb.charAt(0) || text === verb) {
      talk.say(talk.style.green(`  ✓ ${stage.stage} ${verb === 'approve' ? 'approved' : 'confirmed'}`))
      return [{ type: 'confirm', stage: stage.stage, by: context.by }]
    }
    if (text === '<') {
      place.at = applying(stage.fields, state.given).at(-1)?.path ?? 'summary'
      return undefined
    }
    if (text === '?') {
      talk.say(
        `  Enter     takes these answers as yours; ${meaning[stage.stage]}`,
        '  a number  asks that one line again, and comes back here; the others stay.',
        '  <         goes to the last question; < there goes on to the one before.',
      )
      continue
    }
    const field = rows.find(each => each.mark === text.toLowerCase())?.field
    if (field !== undefined) {
      place.at = field.path
      return undefined
    }
    talk.refuse(
      `Enter, ${verb.charAt(0)}, the number of a line (${rows[0]?.mark ?? ''} to ${rows.at(-1)?.mark ?? ''}), < or ?.`,
    )
  }
}

/** Carries a stage's dialog on until it has something to record. */
export const stageDialog = async (stage: Stage, context: Context, place: Place): Promise<readonly CreateCommand[]> => {
  const here = applying(stage.fields, context.state.given)
  // A later answer elsewhere may have opened a question here: what is owed is no summary yet.
  if (place.at === 'summary') place.at = here.find(each => owes(each, context.state.given))?.path ?? 'summary'
  for (;;) {
    const field = here.find(each => each.path === place.at)
    const commands =
      field === undefined ? await summary(stage, context, place) : await question(stage, context, place, field)
    if (commands !== undefined) return commands
  }
}
