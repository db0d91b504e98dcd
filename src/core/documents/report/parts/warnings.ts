import type { ReportModel } from '../../report-model.ts'
import { code, list, type Part, section } from '../block.ts'

/** Part 8: what to mind, and what the reviews recommend. */
export const warnings = (model: ReportModel): Part => ({
  id: 'warnings',
  title: 'Warnings and recommendations',
  blocks: [
    section('Warnings', list(model.warnings, 'None.')),
    section(
      'Recommendations',
      list(
        model.reviews.flatMap(({ review }) =>
          review.recommendations.map(each => [`Review ${review.checkpoint}, `, code(each.rule), ': ', each.text]),
        ),
        'The reviews recommend nothing further.',
      ),
    ),
  ],
})
