import { reportOf } from '../../../core/documents/report/report.ts'
import { reportFormat } from '../../../ports/report.ts'
import { markdownReport } from './print.ts'

export default reportFormat({
  id: 'markdown',
  title: 'Markdown, to read in the repository',
  file: 'GENERATION_REPORT.md',
  print: model => `${markdownReport(reportOf(model)).join('\n')}\n`,
})
