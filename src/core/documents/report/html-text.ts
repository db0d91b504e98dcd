import { oneLine, visibleLines } from '../../../base/visible.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escape = (text: string): string => text.replace(/[&<>"']/g, each => entities[each] ?? each)

/** Words for HTML: in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string => escape(oneLine(text))

/** The same for a text of several lines, which stay lines. */
export const escapeHtmlLines = (text: string): string => escape(visibleLines(text).join('\n'))
