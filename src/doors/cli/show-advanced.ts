import { relative } from 'node:path'
import { askedFirst } from '../../app/asked-first.ts'
import { planChanges } from '../../app/plan-changes.ts'
import type { Advanced } from '../../app/use-cases/advance.ts'
import { missingFromPath } from '../../app/use-cases/missing-from-path.ts'
import type { TaskId } from '../../base/brand.ts'
import { wordsOf } from '../../base/errors/known-error.ts'
import { shellWord } from '../../base/shell-word.ts'
import { visibleLines } from '../../base/visible.ts'
import { drawTree } from '../../core/design/tree/draw.ts'
import { printReview, printRows } from '../../core/documents/report/review-text.ts'
import { failing, overall } from '../../core/gates/verdict.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import { pending } from '../../core/workflow/create/pending.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { changedPlan } from './changed-plan.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import { neededData } from './print-error.ts'
import { twoColumns } from './table.ts'

const showTask = (context: Context, state: CreateState, id: TaskId): void => {
  const outline = state.plan.find(each => each.id === id)
  const { validation, dismissed } = taskOf(state, id)
  if (outline === undefined || validation === undefined) return
  context.print(
    `${context.out.bold(id)}  ${outline.path}`,
    ...printRows(validation.rows),
    `Overall: ${overall(
      validation,
      dismissed.map(each => each.finding),
    )}`,
    '',
  )
}

/** As many other files as are named on the screen. */
const most = 8

/** The files that need revision too, a line each: one is decided on at a time, and the report holds all that was found. */
const othersLines = (state: CreateState, ids: readonly TaskId[]): readonly string[] => {
  if (ids.length === 0) return []
  const lines = ids.slice(0, most).map(id => {
    const { validation, dismissed } = taskOf(state, id)
    const checks =
      validation === undefined
        ? []
        : failing(
            validation,
            dismissed.map(each => each.finding),
          )
    return `  ${id}  ${state.plan.find(each => each.id === id)?.path ?? ''}  ${checks.join(', ')}`
  })
  const more = ids.length > most ? [`  and ${ids.length - most} more`] : []
  return [
    'NEEDS REVISION too (`trysquare task show ID`; the report has all of it: `trysquare report`):',
    ...lines,
    ...more,
    '',
  ]
}

/** What is to be known before bytes are kept where a text belongs. */
const unreadable =
  'yours is no text in UTF-8, so it can be kept or replaced, not merged; kept, nothing can check it, and the gate fails on it'

/** What a person needs to see before they can decide what the run stopped for. */
const showQuestion = async (context: Context, state: CreateState, target: string | undefined): Promise<void> => {
  const effect = pending(state)
  if (effect?.type === 'ask-collisions' && target !== undefined) {
    const { differences } = await import('../../app/collisions.ts')
    for (const each of await differences(context.world, target, state, effect.files))
      context.print(
        ...visibleLines(
          each.diff === ''
            ? `${each.path}: ${each.theirs === undefined ? unreadable : 'its planned text is not known yet'}`
            : each.diff,
        ),
        ...(each.keeping === '' ? [] : ['', ...visibleLines(each.keeping)]),
        '',
      )
  }
  const changes = effect?.type === 'ask-plan' ? planChanges(state) : undefined
  if (changes !== undefined) context.print(...changedPlan(changes), '')
  if (effect?.type === 'ask-review') {
    const review = state.reviews[effect.checkpoint]
    if (review !== undefined) context.print(...printReview(review), '')
  }
  if (
    effect?.type === 'ask-confirm' &&
    (effect.stage === 'structure' || effect.stage === 'additions') &&
    state.proposal !== undefined
  ) {
    const reasons = new Map(state.proposal.additions.map(each => [each.path, each.reason]))
    context.print(
      ...drawTree(state.given.intake?.repository_name ?? '.', state.proposal.files, path => reasons.get(path)),
      '',
    )
  }
  if (effect?.type === 'ask-task') {
    const first = askedFirst(state, effect)
    const bad = effect.review.filter(id => {
      const { validation } = taskOf(state, id)
      return validation !== undefined && overall(validation) !== 'ACCEPTABLE'
    })
    if (first !== undefined && bad.includes(first)) showTask(context, state, first)
    const merging = state.collisions.filter(each => each.how === 'merge').map(each => each.path)
    for (const { id, path } of state.plan.filter(each => merging.includes(each.path))) {
      const { at, how } = taskOf(state, id)
      if (at === 'waiting' && how !== undefined) context.print(`${context.out.bold(id)}  ${path}  ${how}`, '')
    }
    othersLines(
      state,
      bad.filter(id => id !== first),
    ).forEach(line => context.print(line))
  }
}

const verdictOf = async (context: Context, target: string) => {
  const { reportHere } = await import('../../app/use-cases/report.ts')
  return reportHere({ ...context.world, host: { ...context.world.host, cwd: target } })
}

/** The hints above are to be typed: whoever has not got the programs on the PATH is told how to get them there. */
const pathHint = async (context: Context): Promise<readonly string[]> => {
  const folders = await missingFromPath(context.world)
  return folders.length === 0
    ? []
    : [`Path   export PATH="${folders.join(':')}:$PATH"   makes trysquare and uv known to this shell`]
}

/** Shows how far a run came, and answers the exit code: finished, or stopped for a decision. */
export const showAdvanced = async (
  context: Context,
  advanced: Advanced,
  /** `reviewed`: the review that is waited for was shown before, and is not printed again. */
  { reviewed = false }: { readonly reviewed?: boolean } = {},
): Promise<number> => {
  const { state, needed, target, folder } = advanced
  const last = state.decisions.at(-1)
  if (needed !== undefined) {
    if (context.json) {
      context.print(JSON.stringify({ at: state.at, target, needed: neededData(needed) }, null, 2))
      return wordsOf(needed.code).exit ?? exitCodes.knownError
    }
    const clarify = last?.decision === 'clarify' && pending(state)?.type === 'ask-review' ? last : undefined
    if (clarify === undefined || !reviewed) await showQuestion(context, state, target)
    if (clarify !== undefined) {
      const { clarified } = await import('./commands/critic.ts')
      context.print(...(await clarified(context, state.reviews, clarify.checkpoint, clarify.about)), '')
    }
    context.error(needed)
    if (folder !== context.world.host.cwd)
      context.warn(
        `  Run   it is kept; commands reach it with \`trysquare --in ${shellWord(relative(context.world.host.cwd, folder))} …\``,
      )
    return wordsOf(needed.code).exit ?? exitCodes.knownError
  }
  if (target === undefined) return exitCodes.fine
  const model = await verdictOf(context, target)
  if (context.json) {
    context.print(
      JSON.stringify(
        { at: state.at, target, verdict: model.verdict, reasons: model.reasons, gate: model.gate },
        null,
        2,
      ),
    )
    return model.verdict === 'not ready' ? exitCodes.findings : exitCodes.fine
  }
  const paint =
    model.verdict === 'not ready'
      ? context.out.red
      : model.verdict === 'ready for development'
        ? context.out.green
        : context.out.yellow
  const { command } = model.next.find(each => each.command.includes('pytest')) ?? model.next[1] ?? { command: '' }
  context.print(
    '',
    ...printRows(model.gate),
    '',
    paint(context.out.bold(model.verdict)),
    ...twoColumns(
      model.denominators.map(each => [each.label, each.value] as const),
      context.columns,
    ),
    ...(model.verdict === 'ready for development' ? [] : model.reasons).flatMap(reason =>
      twoColumns([['·', reason]], context.columns),
    ),
    '',
    `Made   ${shellWord(target)}${state.reports[0] === undefined ? '' : `, its report: ${state.reports.map(each => each.file).join(', ')}`}`,
    `Run    cd ${shellWord(target)}${state.run?.embedded === true ? '' : ` && ${command}`}`,
    'Next   read its README.md; after a change: trysquare gate run',
    ...(await pathHint(context)),
  )
  return model.verdict === 'not ready' ? exitCodes.findings : exitCodes.fine
}
