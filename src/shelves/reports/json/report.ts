import { reportSchema } from '../../../core/documents/report-schema.ts'
import { reportFormat } from '../../../ports/report.ts'

export default reportFormat({
  id: 'json',
  title: 'JSON, for programs; its schema is published',
  file: 'GENERATION_REPORT.json',
  // Through the schema, so that nothing is printed that it does not promise, and keys always come in its order.
  print: model => `${JSON.stringify(reportSchema.parse(model), null, 2)}\n`,
})
