import { oneLine, visibleLines } from '../../../base/visible.ts'
import type { Block, Inline, Part, Report, Span } from '../../../core/documents/report/block.ts'
import { escapeHtml } from '../../../core/documents/report/html-text.ts'
import { md } from '../../../core/render/escaped.ts'

type Place = 'text' | 'cell'

const words = (text: string): string => {
  const visible = text.toWellFormed()
  const inner = md.text(oneLine(visible))
  // A span's own spaces part it from its neighbours.
  return inner === '' ? ' ' : `${/^\s/.test(visible) ? ' ' : ''}${inner}${/\s$/.test(visible) ? ' ' : ''}`
}

const codeSpan = (text: string, place: Place): string => {
  const visible = oneLine(text)
  if (visible === '') return '–'
  return place === 'cell' ? md.cellCode(visible) : md.code(visible)
}

const span = (each: Span, place: Place): string => {
  if (typeof each === 'string') return words(each)
  if ('code' in each) return codeSpan(each.code, place)
  const text = words(each.strong)
  return text.trim() === '' ? text : `**${text.trim()}**${text.endsWith(' ') ? ' ' : ''}`
}

const line = (text: Inline, place: Place = 'text'): string =>
  text
    .map(each => (each === '' ? '' : span(each, place)))
    .join('')
    .trim()

const heading = (level: number, title: string): string => `${'#'.repeat(Math.min(level, 6))} ${title}`
const cells = (texts: readonly string[]): string => `| ${texts.map(text => (text === '' ? '–' : text)).join(' | ')} |`

const body = (block: Block, level: number): readonly string[] => {
  switch (block.kind) {
    case 'paragraph':
      return [line(block.text)]
    case 'notice':
      return [`> ${line(block.text)}`]
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${line(item) || '–'}`)
    case 'table':
      return [
        cells(block.head.map(name => md.text(name))),
        cells(block.head.map(() => '---')),
        ...block.rows.map(row => cells(row.map(cell => line(cell, 'cell')))),
      ]
    case 'code':
      return md.block(block.wraps ? 'markdown' : 'sh', visibleLines(block.text).join('\n'))
    case 'section':
      return [heading(level, line(block.title)), '', ...blocks(block.blocks, level + 1)]
    case 'folded':
      break
  }
  // Raw HTML up to the first empty line: the title is escaped for that.
  return [
    '<details>',
    `<summary>${escapeHtml(block.title)}</summary>`,
    '',
    ...blocks(block.blocks, level),
    '',
    '</details>',
  ]
}

const spaced = (groups: readonly (readonly string[])[]): readonly string[] =>
  groups.filter(lines => lines.some(text => text !== '')).flatMap((lines, at) => (at === 0 ? lines : ['', ...lines]))

const blocks = (all: readonly Block[], level: number): readonly string[] => spaced(all.map(block => body(block, level)))

const partTitle = (part: Part, at: number): string => `${at + 1}. ${part.title}`

/** The anchor that GitHub and GitLab give a heading. */
const anchor = (title: string): string => title.toLowerCase().replaceAll('.', '').replaceAll(' ', '-')

/** A whole report as lines of Markdown. */
export const markdownReport = (report: Report): readonly string[] =>
  spaced([
    [heading(1, line([report.title]))],
    blocks(report.opening, 2),
    [report.parts.map((part, at) => `[${partTitle(part, at)}](#${anchor(partTitle(part, at))})`).join(' · ')],
    ...report.parts.flatMap((part, at) => [[heading(2, partTitle(part, at))], blocks(part.blocks, 3)]),
  ])
