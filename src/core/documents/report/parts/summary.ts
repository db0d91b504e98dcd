import type { ReportModel } from '../../report-model.ts'
import { list, notice, type Part, paragraph, section, strong } from '../block.ts'
import { scoreLine } from '../review-blocks.ts'
import { counted } from '../words.ts'

const accepted = (model: ReportModel): string => {
  const done = model.tasks.filter(task => task.status === 'accepted').length
  // An open file is listed, but does not lie there; one that was changed since does.
  const there = model.files.filter(file => ['accepted', 'accepted, changed since'].includes(file.status)).length
  return `${done} of ${counted(model.tasks.length, 'task')} accepted, ${counted(there, 'file')} in the repository, ${counted(model.outstanding.length, 'open item')}.`
}

const reviewed = (model: ReportModel): string => {
  const scores = model.reviews.map(each => `review ${each.review.checkpoint}: ${scoreLine(each.review)}`)
  return scores.length === 0 ? 'The design was not reviewed.' : `Design ${scores.join('; ')}.`
}

/** Part 1: the verdict and why, on one screen. */
export const summary = (model: ReportModel): Part => ({
  id: 'summary',
  title: 'Executive summary',
  blocks: [
    notice('Verdict: ', strong(model.verdict), model.run.finished ? '' : ' (the run has not finished)'),
    section('Reasons', list(model.reasons, 'No reason was recorded.')),
    paragraph(strong(model.project.repository), ': ', model.project.description),
    paragraph(accepted(model)),
    paragraph(reviewed(model)),
  ],
})
