import type { Readiness } from '../../core/documents/report-model.ts'
import { failedRows, type Row } from '../../core/gates/verdict.ts'
import { taskOf } from '../../core/workflow/create/apply.ts'
import type { CreateState } from '../../core/workflow/create/types.ts'
import { type AcceptedFile, keptUnchecked, keptWords } from '../accepted.ts'
import { blameOf, type LeftBehind } from '../left-behind.ts'
import { type Untested, untestedWords } from '../planned-tests.ts'

/** What a gate said, and what is left of it. */
export interface Grounds {
  readonly rows: readonly Row[]
  /** Rows whose receipt is gone or was changed. */
  readonly unproved: readonly Row[]
  /** Files of earlier plans that were left to a person and still lie there. */
  readonly left: readonly LeftBehind[]
  /** The accepted files as they lie there now. */
  readonly files: readonly AcceptedFile[]
  /** The accepted sources whose planned tests are left open. */
  readonly untested: readonly Untested[]
}

/** Whether one can build on the repository, and the reasons: from the closing gate, its receipts, the tasks and their files. */
export const readinessOf = (
  state: CreateState,
  { rows, unproved, files, untested, left }: Grounds,
): { readonly verdict: Readiness; readonly reasons: readonly string[] } => {
  const failed = failedRows(rows)
  const unfinished = state.plan.filter(each => !['done', 'deferred'].includes(taskOf(state, each.id).at))
  const opened =
    state.former === undefined
      ? []
      : [`The design is open again, at ${state.at}: what follows is about what was made before.`]
  const gone = files.filter(each => each.since === 'gone')
  if (rows.length === 0 || [opened, failed, unfinished, gone, unproved].some(each => each.length > 0)) {
    return {
      verdict: 'not ready',
      reasons: [
        ...opened,
        // The cause before what it causes.
        ...left.flatMap(each => blameOf(each) ?? []),
        ...failed.map(row => `${row.title} fails: ${row.reason}`),
        ...(unfinished.length > 0 ? [`${unfinished.length} of ${state.plan.length} files are not done.`] : []),
        ...gone.map(each => `${each.path} was accepted and is gone.`),
        ...unproved.map(
          row => `${row.title}: its receipt is gone or was changed; \`trysquare gate run\` measures again.`,
        ),
        ...(rows.length === 0 ? ['The closing gate has not run.'] : []),
      ],
    }
  }
  const acknowledged = state.plan.filter(each => (taskOf(state, each.id).decided?.acknowledged ?? []).length > 0)
  const dismissed = state.plan.filter(each => {
    const { dismissed: given, validation } = taskOf(state, each.id)
    return (validation?.findings ?? []).some(finding => given.some(own => own.finding === finding.id))
  })
  const open = [
    ...dismissed.map(each => `${each.path} has findings that a person dismissed.`),
    ...state.plan.filter(each => taskOf(state, each.id).at === 'deferred').map(each => `${each.path} is deferred.`),
    ...untested.map(each => `${each.path} was ${untestedWords(each)}.`),
    ...acknowledged.map(each => `${each.path} was accepted with acknowledged failures.`),
    ...files
      .filter(each => each.since === 'changed')
      .map(each => `${each.path} was changed since it was accepted: checked as it is now, reviewed by nobody.`),
    ...keptUnchecked(state).map(path => `${path}: ${keptWords}.`),
    ...rows.filter(row => row.outcome === 'SKIPPED').map(row => `${row.title}: ${row.reason}.`),
  ]
  if (open.length === 0)
    return {
      verdict: 'ready for development',
      reasons: ['Every planned file is accepted, and every check passes on the whole repository.'],
    }
  const items = open.length === 1 ? 'one open item' : `${open.length} open items`
  return { verdict: 'ready with open items', reasons: [`Every check that ran passes, with ${items}.`, ...open] }
}
