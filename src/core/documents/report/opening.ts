import type { ReportModel } from '../report-model.ts'
import { type Block, list, notice, paragraph, section, strong, table } from './block.ts'
import { counted } from './words.ts'

const partial = (model: ReportModel): readonly Block[] => {
  if (model.run.finished) return []
  const open = model.tasks.filter(task => task.status !== 'accepted').length
  return [
    notice(
      strong('Partial report. '),
      `The run has not finished: ${open} of ${counted(model.tasks.length, 'task')} not accepted. It says what is true so far, no more.`,
    ),
  ]
}

/** What was not verified comes before everything else, and what the figures are figures of. */
export const opening = (model: ReportModel): readonly Block[] => [
  ...partial(model),
  section(
    'Not verified',
    list(model.unverified, 'Every planned check ran: nothing is listed here because nothing was left out.'),
  ),
  section(
    'Counted',
    table(
      ['What', 'How many'],
      model.denominators.map(each => [each.label, each.value]),
      'Nothing was counted.',
    ),
  ),
  paragraph(
    `Run ${model.run.id} · ${model.run.date} · Trysquare ${model.run.trysquare} · made by ${model.run.doer}`,
    model.run.embedded ? ' · with the embedded tools only' : '',
  ),
]
