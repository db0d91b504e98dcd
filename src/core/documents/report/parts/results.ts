import { firstFew } from '../../../../base/first-few.ts'
import type { ReportedTask, ReportModel } from '../../report-model.ts'
import { type Block, code, folded, type Part, section, strong, table } from '../block.ts'
import { inOrder, notPassed, tally } from '../rows.ts'
import { counted } from '../words.ts'

const overview = (tasks: readonly ReportedTask[]): Block =>
  table(
    ['Task', 'File', 'Status', 'Attempts', 'Validation'],
    tasks.map(each => [each.id, [code(each.path)], each.status, String(each.attempts), tally(each.rows)]),
    'No task was planned.',
  )

// A long list of numbers hides the reason beside it.
const most = 8

const reasons = (tasks: readonly ReportedTask[]): Block =>
  table(
    ['Result', 'Check', 'Reason', 'Tasks'],
    notPassed(tasks).map(each => [[strong(each.outcome)], each.title, each.reason, firstFew(each.tasks, most)]),
    'Every row that was recorded passed.',
  )

const details = (task: ReportedTask): Block =>
  section(
    [task.id, ' ', code(task.path)],
    table(
      ['Fact', 'Value'],
      [
        ['Purpose', task.purpose],
        ['Effort', task.effort],
        ['Made by', `${task.doer}, ${counted(task.attempts, 'attempt')}`],
        ['Status', task.status],
        ['Decided', task.decided],
      ],
      '',
    ),
    table(
      ['Check', 'Result', 'Reason'],
      inOrder(task.rows).map(row => [row.title, row.outcome, row.reason]),
      'No check has run on this file.',
    ),
  )

/** Part 3: what became of each task. */
export const results = (model: ReportModel): Part => ({
  id: 'results',
  title: 'Generation results',
  blocks: [
    overview(model.tasks),
    section('What did not pass, and why', reasons(model.tasks)),
    ...(model.tasks.length === 0
      ? []
      : [folded(`Each task in detail (${model.tasks.length})`, ...model.tasks.map(details))]),
  ],
})
