import { bands, meanings } from '../../design/review/scale.ts'
import type { Concern, Review } from '../../design/review.ts'
import { type Block, code, type Inline, list, paragraph, section, strong, table } from './block.ts'

const bandOf = (review: Review) => bands.find(each => each.id === review.band)

/** `23 of 25, Excellent`. */
export const scoreLine = (review: Review): string => `${review.total} of 25, ${bandOf(review)?.title ?? review.band}`

const evidence = (concern: Concern): Inline =>
  concern.evidence.flatMap((each, at) => [at === 0 ? '' : ', ', code(`${each.path}: ${JSON.stringify(each.value)}`)])

const concernBlocks = (concern: Concern): Block =>
  section(
    [
      code(concern.rule),
      ` · ${concern.dimension} · ${concern.verdict === 'lose' ? `takes ${concern.points}` : 'a remark, takes nothing'}`,
    ],
    paragraph(concern.says),
    ...(concern.evidence.length === 0 ? [] : [paragraph(strong('Looked at: '), ...evidence(concern))]),
    ...(concern.winBack === undefined ? [] : [paragraph(strong('Wins it back: '), concern.winBack)]),
  )

/** A review in short: points with their reasons, risks, what is missing, what to do. */
export const reviewSummary = (review: Review): readonly Block[] => [
  paragraph(strong(scoreLine(review)), `. ${bandOf(review)?.advice ?? ''}`),
  table(
    ['Dimension', 'Points', 'Why'],
    review.scores.map(each => [each.dimension, `${each.points}/5`, each.justification]),
    'No dimension was scored.',
  ),
  section('Risks', list(review.risks, 'No rule named a risk.')),
  section('Missing decisions and ambiguities', list(review.missing, 'No rule missed a decision.')),
  section(
    'Recommendations',
    list(
      review.recommendations.map(each => [
        code(each.rule),
        each.points === 0 ? ': ' : ` (${each.points}): `,
        each.text,
      ]),
      'There is nothing to win back.',
    ),
  ),
]

/** A review in full: the summary, what each dimension asks, and every concern with its rule, its evidence and its way back. */
export const reviewInFull = (review: Review): readonly Block[] => [
  ...reviewSummary(review),
  section(
    'What the dimensions ask',
    list(
      review.scores.map(each => [strong(each.dimension), `: ${meanings[each.dimension].asks}`]),
      'Nothing was asked.',
    ),
  ),
  section(
    'Concerns',
    ...(review.concerns.length === 0
      ? [paragraph('No rule had anything to say.')]
      : review.concerns.map(concernBlocks)),
  ),
]
