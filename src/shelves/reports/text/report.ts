import { reportOf } from '../../../core/documents/report/report.ts'
import { textReport } from '../../../core/documents/report/text/print.ts'
import { reportFormat } from '../../../ports/report.ts'

export default reportFormat({
  id: 'text',
  title: 'Plain text, 80 columns',
  file: 'GENERATION_REPORT.txt',
  print: model => `${textReport(reportOf(model)).join('\n')}\n`,
})
