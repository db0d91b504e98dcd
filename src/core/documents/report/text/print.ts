import { oneLine, visibleLines } from '../../../../base/visible.ts'
import type { Block, Inline, Report, Span } from '../block.ts'
import { textTable } from './table.ts'
import { columns, wrap, wrapIndented } from './wrap.ts'

const span = (each: Span): string => (typeof each === 'string' ? each : 'code' in each ? each.code : each.strong)

/** Running text without any markup. */
export const plainText = (text: Inline): string => oneLine(text.map(span).join(''))

const underlined = (title: string, rule: string, width: number): readonly string[] => {
  const lines = wrap(title, width)
  return [...lines, rule.repeat(Math.min(width, Math.max(...lines.map(line => line.length))))]
}

const inset = (lines: readonly string[], by = '  '): readonly string[] =>
  lines.map(line => (line === '' ? '' : by + line))

const spaced = (groups: readonly (readonly string[])[]): readonly string[] =>
  groups.filter(lines => lines.length > 0).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))

const body = (block: Block, width: number): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return wrap(plainText(block.text), width)
    case 'notice':
      return inset(wrap(plainText(block.text), width - 2), '! ')
    case 'list':
      return block.items.flatMap((item, at) => {
        const mark = block.ordered ? `${at + 1}. ` : '- '
        return wrap(mark + plainText(item), width, ' '.repeat(mark.length))
      })
    case 'table':
      return textTable(
        block.head,
        block.rows.map(row => row.map(plainText)),
        width,
      )
    case 'code':
      return inset(
        visibleLines(block.text).flatMap(line => (block.wraps ? wrapIndented(line, width - 4) : [line])),
        '    ',
      )
    case 'section':
      return [...underlined(plainText(block.title), '-', width), ...inset(textBlocks(block.blocks, width - 2))]
    case 'folded':
      break
  }
  return [...underlined(oneLine(block.title), '-', width), ...inset(textBlocks(block.blocks, width - 2))]
}

/** Blocks as lines of plain text. */
export const textBlocks = (blocks: readonly Block[], width: number = columns): readonly string[] =>
  spaced(blocks.map(block => body(block, width)))

/** A whole report as lines of plain text. */
export const textReport = (report: Report, width: number = columns): readonly string[] =>
  spaced([
    underlined(oneLine(report.title), '=', width),
    textBlocks(report.opening, width),
    ...report.parts.flatMap((part, at) => [
      underlined(`${at + 1}. ${part.title.toUpperCase()}`, '=', width),
      textBlocks(part.blocks, width),
    ]),
  ])
