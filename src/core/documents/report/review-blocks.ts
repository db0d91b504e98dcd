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

/** The band's advice; whatever the total, a dimension that is at nothing is named before anybody goes on. */
const advice = (review: Review): string => {
  const lost = review.scores.filter(each => each.points === 0)
  const named = lost.map(
    each => `${each.dimension[0]?.toUpperCase()}${each.dimension.slice(1)} is at 0: ${meanings[each.dimension][0]}`,
  )
  const band = bandOf(review)
  return [...(band === undefined || (named.length > 0 && band.id === 'excellent') ? [] : [band.advice]), ...named].join(
    ' ',
  )
}

/** What a recommendation wins back: a dimension that lost more than it had gets nothing for the first mends. */
const gain = ({ concerns, scores }: Review, rule: string): string => {
  const concern = concerns.find(each => each.rule === rule)
  if (concern === undefined || concern.points === 0) return ''
  const { dimension, points } = concern
  const lost = concerns.filter(each => each.dimension === dimension).reduce((sum, each) => sum + each.points, 0)
  const now = scores.find(each => each.dimension === dimension)?.points ?? 0
  const alone = Math.max(0, 5 - lost + points) - now
  return alone === points ? ` (${points})` : ` (${alone} alone, ${points} with the rest of ${dimension})`
}

/** A review in short: points with their reasons, risks, what is missing, what to do. */
export const reviewSummary = (review: Review): readonly Block[] => [
  paragraph(strong(scoreLine(review)), `. ${advice(review)}`),
  table(
    ['Dimension', 'Points', 'Why'],
    review.scores.map(each => [each.dimension, `${each.points}/5`, each.justification]),
    'No dimension was scored.',
  ),
  section('Risks', list(review.risks, 'No risk was found.')),
  section('Missing decisions and ambiguities', list(review.missing, 'No decision was found missing.')),
  section(
    'Recommendations',
    list(
      review.recommendations.map(each => [code(each.rule), `${gain(review, each.rule)}: `, each.text]),
      'There is nothing to win back.',
    ),
  ),
  paragraph(
    'The rules see whether a matter is settled, not whether it is settled well: that is for whoever reads this.',
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
