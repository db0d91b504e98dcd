import type { DecidedStage, ReportedReview, ReportModel } from '../../report-model.ts'
import { type Block, type Part, paragraph, section, strong, table } from '../block.ts'
import { scoreLine } from '../review-blocks.ts'

const stage = (decided: DecidedStage): Block =>
  section(
    decided.stage,
    table(
      ['Question', 'Answer'],
      decided.answers.map(each => [each.question, each.answer]),
      'Nothing was answered.',
    ),
    ...(decided.opened ?? []).map(each => paragraph(`Opened again: ${each}`)),
    paragraph(decided.confirmed === undefined ? 'Not confirmed yet.' : `Confirmed: ${decided.confirmed}`),
  )

const reviewed = ({ review, decided }: ReportedReview): Block =>
  section(
    `Design review ${review.checkpoint}`,
    paragraph(strong(scoreLine(review)), '. The full review is in the appendices.'),
    paragraph(`Decided: ${decided}`),
  )

/** Part 2: what was answered and confirmed, stage by stage, and both reviews. */
export const decisions = (model: ReportModel): Part => ({
  id: 'decisions',
  title: 'Decisions record',
  blocks: [
    ...(model.design.length === 0 ? [paragraph('No stage has been answered.')] : model.design.map(stage)),
    ...(model.reviews.length === 0 ? [paragraph('No design review was made.')] : model.reviews.map(reviewed)),
  ],
})
