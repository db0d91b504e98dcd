import type { ReportModel } from '../../report-model.ts'
import { type Part, paragraph, section, strong } from '../block.ts'

/** Part 6: what is left to do, or was let through with a reason. */
export const outstanding = (model: ReportModel): Part => ({
  id: 'outstanding',
  title: 'Outstanding issues',
  blocks:
    model.outstanding.length === 0
      ? [paragraph('None is known.')]
      : model.outstanding.map(each =>
          section([each.what], paragraph(strong('Why: '), each.why), paragraph(strong('Do: '), each.todo)),
        ),
})
