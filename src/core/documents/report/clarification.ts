import type { Clarification } from '../../design/review/clarify.ts'
import { type Block, code, paragraph, strong } from './block.ts'
import { spoken } from './spoken.ts'
import { textBlocks } from './text/print.ts'

const found = ({ verdict, points, says, dimension }: Clarification): Block =>
  says === undefined
    ? paragraph('This design gives the rule nothing to say.')
    : paragraph(
        strong(verdict === 'lose' ? `Takes ${points} of 5 from ${dimension}. ` : 'A remark; it costs nothing. '),
        says,
      )

/** One concern of a review in depth, for the terminal: the rule, the evidence, the trade-off, examples. */
export const printClarification = (clarified: Clarification): readonly string[] => [
  `${clarified.rule} (${clarified.dimension})`,
  '',
  ...textBlocks([
    paragraph(clarified.asks),
    found(clarified),
    ...(clarified.evidence.length === 0
      ? []
      : [
          {
            kind: 'list',
            ordered: false,
            items: clarified.evidence.map(each => [code(each.path), `: ${spoken(each.value)}`]),
          } as const,
        ]),
    paragraph(strong('Why it is asked: '), clarified.why),
    paragraph(strong('Loses: '), clarified.example.bad),
    paragraph(strong('Keeps: '), clarified.example.good),
    ...(clarified.winBack === undefined ? [] : [paragraph(strong('Wins it back: '), clarified.winBack)]),
  ]),
]
