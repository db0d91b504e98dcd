import type { ReportModel } from '../core/documents/report-model.ts'

/** A format of the final report. */
export interface ReportFormat {
  readonly id: string
  readonly title: string
  /** The file it is written to, at the repository's root. */
  readonly file: string
  readonly print: (model: ReportModel) => string
}

/** Declares a report format. */
export const reportFormat = (unit: ReportFormat): ReportFormat => unit
