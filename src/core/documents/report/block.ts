/** A stretch of text: words, a piece of code, or words that carry weight. Nothing in it is markup; each format escapes it. */
export type Span = string | { readonly code: string } | { readonly strong: string }
/** One line of running text. */
export type Inline = readonly Span[]

/** A piece of the report that every format knows how to print. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: Inline }
  /** What nobody may overlook. */
  | { readonly kind: 'notice'; readonly text: Inline }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Inline[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly Inline[])[] }
  /** A text as it is. A command must never be broken into lines; a page of prose may be. */
  | { readonly kind: 'code'; readonly text: string; readonly wraps: boolean }
  | { readonly kind: 'section'; readonly title: Inline; readonly blocks: readonly Block[] }
  /** Long matter: closed until it is asked for, where the format can do that. */
  | { readonly kind: 'folded'; readonly title: string; readonly blocks: readonly Block[] }

/** One of the nine parts. */
export interface Part {
  /** Names it in links. */
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A report, before it has a format. */
export interface Report {
  readonly title: string
  /** What stands above the parts. */
  readonly opening: readonly Block[]
  readonly parts: readonly Part[]
}

const inline = (text: string | Inline): Inline => (typeof text === 'string' ? [text] : text)

export const code = (text: string): Span => ({ code: text })
export const strong = (text: string): Span => ({ strong: text })
export const paragraph = (...text: Inline): Block => ({ kind: 'paragraph', text })
export const notice = (...text: Inline): Block => ({ kind: 'notice', text })
export const command = (text: string): Block => ({ kind: 'code', text, wraps: false })
export const page = (text: string): Block => ({ kind: 'code', text, wraps: true })
export const section = (title: string | Inline, ...blocks: readonly Block[]): Block => ({
  kind: 'section',
  title: inline(title),
  blocks,
})
export const folded = (title: string, ...blocks: readonly Block[]): Block => ({ kind: 'folded', title, blocks })

/** A list, or a sentence that says there is nothing. */
export const list = (items: readonly (string | Inline)[], otherwise: string, ordered = false): Block =>
  items.length === 0 ? paragraph(otherwise) : { kind: 'list', ordered, items: items.map(inline) }

/** A table, or a sentence that says there is nothing. */
export const table = (
  head: readonly string[],
  rows: readonly (readonly (string | Inline)[])[],
  otherwise: string,
): Block => (rows.length === 0 ? paragraph(otherwise) : { kind: 'table', head, rows: rows.map(row => row.map(inline)) })
