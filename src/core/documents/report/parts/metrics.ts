import type { Row } from '../../../gates/verdict.ts'
import type { ReportModel } from '../../report-model.ts'
import { type Block, code, folded, type Part, section, strong, table } from '../block.ts'
import { inOrder } from '../rows.ts'

const receipts = (rows: readonly Row[]): Block =>
  folded(
    'Receipts that these results stand on',
    table(
      ['Check', 'Receipt'],
      inOrder(rows).flatMap(row => (row.receipt === undefined ? [] : [[row.title, [code(row.receipt)]]])),
      'No check left a receipt.',
    ),
  )

/** Part 5: what was measured, and the last run of every check over the whole repository. */
export const metrics = (model: ReportModel): Part => ({
  id: 'metrics',
  title: 'Quality metrics',
  blocks: [
    table(
      ['Figure', 'Value'],
      model.metrics.map(each => [each.label, each.value]),
      'Nothing was measured.',
    ),
    section(
      'Checks over the whole repository',
      table(
        ['Check', 'Result', 'Reason'],
        inOrder(model.gate).map(row => [row.title, [strong(row.outcome)], row.reason]),
        'No check has run over the whole repository.',
      ),
      receipts(model.gate),
    ),
  ],
})
