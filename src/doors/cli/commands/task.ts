import { viewPrompt } from '../../../app/use-cases/prompt.ts'
import {
  applyFix,
  decideTask,
  previewFix,
  runTask,
  submitTask,
  type TaskView,
  viewPlan,
  viewTask,
} from '../../../app/use-cases/tasks.ts'
import { KnownError } from '../../../base/errors/known-error.ts'
import { shellWord } from '../../../base/shell-word.ts'
import { visibleLines } from '../../../base/visible.ts'
import { printRows } from '../../../core/documents/report/review-text.ts'
import { counted } from '../../../core/documents/report/words.ts'
import { sizeWords } from '../../../core/documents/sub-prompt/size.ts'
import { overall } from '../../../core/gates/verdict.ts'
import { taskOf } from '../../../core/workflow/create/apply.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { findingLines } from '../finding-lines.ts'
import { showAdvanced } from '../show-advanced.ts'
import { pad } from '../table.ts'

/** Every task and where it is. */
export const list = async (context: Context): Promise<number> => {
  const { plan, state } = await viewPlan(context.world)
  const rows = plan.tasks.map(task => ({ id: task.id, path: task.path, at: taskOf(state, task.id).at }))
  const width = Math.max(...rows.map(row => row.path.length))
  context.print(
    ...(context.json
      ? [JSON.stringify(rows, null, 2)]
      : rows.map(row => `${row.id}  ${pad(row.path, width)}  ${row.at}`)),
  )
  return exitCodes.fine
}

const incomparable =
  'There is nothing to compare it with: nothing lies in its place, and it is the first attempt that is kept.'

const diffLines = ({ planned, diff, since }: TaskView): readonly string[] => {
  if (since === 'kept') return ['There is nothing to compare: the file is as it was accepted.']
  if (since === 'gone') return ['The file was accepted and is gone.']
  if (since === 'changed' && diff === undefined)
    return [`It was changed since it was accepted; the repository knows how: git diff -- ${shellWord(planned.path)}`]
  if (diff === undefined) return [incomparable]
  return diff === '' ? ['It is the same.'] : visibleLines(diff)
}

/** An edited file is not one that was accepted, whatever was measured of it before. */
const sinceLines = ({ planned, since }: TaskView): readonly string[] =>
  since === 'changed'
    ? [
        `  It was changed since it was accepted: \`trysquare task submit ${planned.id}\` has the change checked, to be accepted.`,
      ]
    : []

/** One task: its validation table and what was found. */
export const show = async (
  context: Context,
  name: string,
  options: { readonly text?: boolean | undefined; readonly diff?: boolean | undefined },
): Promise<number> => {
  const view = await viewTask(context.world, name)
  const { planned, state, text, diff, since } = view
  const dismissed = state.dismissed.map(each => each.finding)
  if (context.json) {
    const more = {
      ...(since !== undefined && { since }),
      ...(options.text === true && { text }),
      ...(options.diff === true && { diff }),
    }
    context.print(JSON.stringify({ id: planned.id, path: planned.path, ...state, ...more }, null, 2))
    return exitCodes.fine
  }
  context.print(
    `${context.out.bold(planned.id)}  ${planned.path}  ${context.out.dim(state.at)}`,
    `  ${planned.purpose}`,
    ...sinceLines(view),
    ...(state.at === 'waiting' && state.how !== undefined ? [`  Waits: ${state.how}`] : []),
  )
  if (state.delivered?.claim !== undefined)
    context.print(`  The doer says: “${state.delivered.claim}”. That is a claim; what follows was measured.`)
  if (state.validation !== undefined) {
    context.print('', ...printRows(state.validation.rows), `Overall: ${overall(state.validation, dismissed)}`, '')
    for (const each of state.validation.findings)
      context.print(...findingLines(each, context.columns, dismissed.includes(each.id) ? '  (dismissed)' : ''))
  }
  if (options.text === true && text !== undefined) context.print('', text)
  if (options.diff === true) context.print('', ...diffLines(view))
  return exitCodes.fine
}

interface PromptOptions {
  readonly for: string
  readonly budget?: string
  readonly part?: string
}

/** The sub-prompt, and nothing else, so that it can be piped; its size is told beside it. */
export const prompt = async (context: Context, name: string, options: PromptOptions): Promise<number> => {
  const { id, path, prompt: text, size, parts } = await viewPrompt(context.world, name, options)
  if (context.json) {
    context.print(JSON.stringify({ id, path, prompt: text, ...size, parts }, null, 2))
    return exitCodes.fine
  }
  const [only, ...more] = parts
  const which = more.length === 0 && only?.of === 1 ? 'in one part' : `in ${only?.of ?? 0} parts`
  context.world.reporter.note(`${sizeWords(size)}, ${which}.`)
  for (const each of parts.filter(part => part.over))
    context.world.reporter.note(`Part ${each.number} is above the budget: what it holds cannot be cut.`)
  context.print(parts.map(each => each.text.trimEnd()).join('\n\n'))
  return exitCodes.fine
}

export const make = async (context: Context, name: string, doer: string): Promise<number> =>
  showAdvanced(context, await runTask(context.world, name, doer))

export const submit = async (context: Context, name: string, file: string | undefined): Promise<number> => {
  const from = file === undefined ? undefined : context.typed(file)
  const { task, advanced } = await submitTask(context.world, name, from)
  const { at, validation } = taskOf(advanced.state, task.id)
  // What the run needs next comes after; without this line a delivery that passed would look like one that failed.
  if (!context.json && ['accepted', 'done'].includes(at)) {
    const passed = validation?.rows.filter(row => row.outcome === 'PASS').length ?? 0
    const lacking = validation?.rows.flatMap(row => row.lacking ?? []) ?? []
    const without = lacking.length === 0 ? '' : ` without its tests (${lacking.join(', ')})`
    context.print(
      `${context.out.green('✓')} ${task.id} ${task.path}: ${counted(passed, 'check')} passed, accepted${without}`,
      '',
    )
  }
  return showAdvanced(context, advanced)
}

export const accept = async (
  context: Context,
  name: string,
  acknowledge: string | undefined,
  why: string | undefined,
): Promise<number> =>
  showAdvanced(
    context,
    await decideTask(
      context.world,
      name,
      by => ({
        type: 'accept',
        by,
        ...(acknowledge !== undefined && { acknowledged: acknowledge.split(',').map(each => each.trim()) }),
      }),
      why,
    ),
  )

export const modify = async (context: Context, name: string, asked: string): Promise<number> =>
  showAdvanced(context, await decideTask(context.world, name, by => ({ type: 'modify', by, asked }), undefined))

/** Shows what formatting would change; does it when it is told to. */
export const fix = async (context: Context, name: string, yes: boolean): Promise<number> => {
  if (yes) return showAdvanced(context, await applyFix(context.world, name))
  const { task, diff, what, harmless } = await previewFix(context.world, name)
  context.print(...(context.json ? [JSON.stringify({ task, diff, what }, null, 2)] : [diff.trimEnd(), '']))
  throw new KnownError('TSQ-NEEDED', {
    path: 'approvals.fixes',
    question: `${task} can be put right by rule, as shown: ${what.join(', ')}`,
    how: `\`trysquare task fix ${task} --yes\` takes it${harmless ? '; `fixes: formatting-and-imports` in the answers file approves all such fixes' : ''}.`,
  })
}

export const regenerate = async (context: Context, name: string): Promise<number> =>
  showAdvanced(context, await decideTask(context.world, name, by => ({ type: 'regenerate', by }), undefined))

export const dismiss = async (context: Context, name: string, finding: string, why: string): Promise<number> =>
  showAdvanced(context, await decideTask(context.world, name, by => ({ type: 'dismiss', by, finding }), why))

export const defer = async (context: Context, name: string, why: string): Promise<number> =>
  showAdvanced(context, await decideTask(context.world, name, by => ({ type: 'defer', by }), why))

export const abort = async (context: Context, name: string, why: string): Promise<number> =>
  showAdvanced(context, await decideTask(context.world, name, by => ({ type: 'abort', by }), why))
