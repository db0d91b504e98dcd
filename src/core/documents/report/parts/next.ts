import type { ReportModel } from '../../report-model.ts'
import { command, type Part, paragraph } from '../block.ts'

/** Part 7: what to type next, exactly. */
export const next = (model: ReportModel): Part => ({
  id: 'next',
  title: 'Next steps',
  blocks:
    model.next.length === 0
      ? [paragraph('No step is left.')]
      : model.next.flatMap((each, at) => [paragraph(`${at + 1}. ${each.does}`), command(each.command)]),
})
