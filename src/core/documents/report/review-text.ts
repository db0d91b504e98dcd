import { oneLine } from '../../../base/visible.ts'
import type { Review } from '../../design/review.ts'
import type { Row } from '../../gates/verdict.ts'
import { reviewSummary } from './review-blocks.ts'
import { inOrder } from './rows.ts'
import { textBlocks } from './text/print.ts'
import { fixedTable } from './text/table.ts'
import { columns } from './text/wrap.ts'

/** A design review for the terminal: points with a justification per dimension, risks, missing decisions, recommendations. */
export const printReview = (review: Review): readonly string[] => [
  `Design review ${review.checkpoint}`,
  '',
  ...textBlocks(reviewSummary(review)),
]

/** The validation table, always in the same order; a long reason goes on below itself. */
export const printRows = (rows: readonly Row[]): readonly string[] =>
  rows.length === 0
    ? ['No check has run.']
    : fixedTable(
        ['Check', 'Result', 'Reason'],
        inOrder(rows).map(row => [oneLine(row.title), row.outcome, oneLine(row.reason)]),
        columns,
      )
