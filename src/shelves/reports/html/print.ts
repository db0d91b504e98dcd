import type { Block, Inline, Part, Report, Span } from '../../../core/documents/report/block.ts'
import { escapeHtml, escapeHtmlLines } from '../../../core/documents/report/html-text.ts'

const span = (each: Span): string => {
  if (typeof each !== 'string')
    return 'code' in each
      ? `<code>${escapeHtml(each.code)}</code>`
      : `<strong>${escapeHtml(each.strong)}</strong>${/\s$/.test(each.strong) ? ' ' : ''}`
  // A span's own spaces part it from its neighbours.
  return `${/^\s/.test(each) ? ' ' : ''}${escapeHtml(each)}${/\s$/.test(each) ? ' ' : ''}`
}

const line = (text: Inline): string => text.map(span).join('')

/** What a person looks for first gets a colour of its own; the words stay, for those who do not see it. */
const outcome = (cell: Inline): string => {
  const text = cell.map(each => (typeof each === 'string' ? each : 'strong' in each ? each.strong : '')).join('')
  return /^(?:PASS|FAIL|PARTIAL|SKIPPED)$/.test(text) ? ` class="${text.toLowerCase()}"` : ''
}

const table = (head: readonly string[], rows: readonly (readonly Inline[])[]): string =>
  [
    '<div class="wide"><table>',
    `<thead><tr>${head.map(name => `<th scope="col">${escapeHtml(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(row => `<tr>${row.map(cell => `<td${outcome(cell)}>${line(cell)}</td>`).join('')}</tr>`),
    '</tbody></table></div>',
  ].join('\n')

const body = (block: Block, level: number): string => {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${line(block.text)}</p>`
    case 'notice':
      return `<p class="notice">${line(block.text)}</p>`
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return `<${tag}>\n${block.items.map(item => `<li>${line(item)}</li>`).join('\n')}\n</${tag}>`
    }
    case 'table':
      return table(block.head, block.rows)
    case 'code':
      return `<pre${block.wraps ? ' class="page"' : ''}><code>${escapeHtmlLines(block.text)}</code></pre>`
    case 'section': {
      const tag = `h${Math.min(level, 6)}`
      return `<section>\n<${tag}>${line(block.title)}</${tag}>\n${blocks(block.blocks, level + 1)}\n</section>`
    }
    case 'folded':
      break
  }
  return `<details>\n<summary>${escapeHtml(block.title)}</summary>\n${blocks(block.blocks, level)}\n</details>`
}

const blocks = (all: readonly Block[], level: number): string => all.map(block => body(block, level)).join('\n')

const partTitle = (part: Part, at: number): string => `${at + 1}. ${part.title}`

const navigation = (parts: readonly Part[]): string =>
  [
    '<nav aria-label="Parts of the report"><ol>',
    '<li><a href="#not-verified">Not verified</a></li>',
    ...parts.map((part, at) => `<li><a href="#${part.id}">${escapeHtml(partTitle(part, at))}</a></li>`),
    '</ol></nav>',
  ].join('\n')

const partOf = (part: Part, at: number): string =>
  `<section id="${part.id}" class="part">\n<h2>${escapeHtml(partTitle(part, at))}</h2>\n${blocks(part.blocks, 3)}\n</section>`

/** What stands between `<body>` and `</body>`. */
export const htmlBody = (report: Report): string =>
  [
    navigation(report.parts),
    '<main>',
    '<header id="not-verified">',
    `<h1>${escapeHtml(report.title)}</h1>`,
    blocks(report.opening, 2),
    '</header>',
    ...report.parts.map(partOf),
    '</main>',
  ].join('\n')
