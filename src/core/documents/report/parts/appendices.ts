import type { LoggedDecision, ReportModel } from '../../report-model.ts'
import { type Block, folded, type Inline, type Part, page, paragraph, section, table } from '../block.ts'
import { reviewInFull } from '../review-blocks.ts'

const prompts = (model: ReportModel): readonly Block[] =>
  model.prompts.length === 0
    ? [paragraph('No sub-prompt was written.')]
    : model.prompts.map(each => folded(`${each.task} ${each.path}`, page(each.text)))

const reviews = (model: ReportModel): readonly Block[] =>
  model.reviews.length === 0
    ? [paragraph('No design review was made.')]
    : model.reviews.map(({ review, decided }) =>
        folded(`Design review ${review.checkpoint}`, ...reviewInFull(review), paragraph(`Decided: ${decided}`)),
      )

const entry = (each: LoggedDecision): readonly (string | Inline)[] => [
  each.at,
  each.what,
  `${each.who} (${each.channel}${each.used_by === undefined ? '' : `; used by a command of ${each.used_by}`})`,
  each.why ?? 'no reason given',
]

/** Part 9: all sub-prompts, both reviews in full, the log of decisions. */
export const appendices = (model: ReportModel): Part => ({
  id: 'appendices',
  title: 'Appendices',
  blocks: [
    section('A. Sub-prompts', ...prompts(model)),
    section('B. Design reviews', ...reviews(model)),
    section(
      'C. Log of decisions',
      ...(model.log.length === 0
        ? [paragraph('No decision was recorded.')]
        : [
            folded(
              `All decisions (${model.log.length})`,
              table(['When (UTC)', 'What', 'Who', 'Why'], model.log.map(entry), ''),
            ),
          ]),
    ),
  ],
})
