import type { ReportModel } from '../report-model.ts'
import type { Report } from './block.ts'
import { opening } from './opening.ts'
import { appendices } from './parts/appendices.ts'
import { decisions } from './parts/decisions.ts'
import { inventory } from './parts/inventory.ts'
import { metrics } from './parts/metrics.ts'
import { next } from './parts/next.ts'
import { outstanding } from './parts/outstanding.ts'
import { results } from './parts/results.ts'
import { summary } from './parts/summary.ts'
import { warnings } from './parts/warnings.ts'

/** The nine parts, in their order. */
const parts = [summary, decisions, results, inventory, metrics, outstanding, next, warnings, appendices]

/** The report as a document that has no format yet; what every format prints, so that none can leave anything out. */
export const reportOf = (model: ReportModel): Report => ({
  title: `Generation report: ${model.project.name}`,
  opening: opening(model),
  parts: parts.map(part => part(model)),
})
