/** What a page needs to be put into another language. */
export interface Translation {
  /** Sentences as the page has them, with `{1}`, `{2}` … for what differs; in their translation `{>1}` is translated too. */
  readonly sentences: Readonly<Record<string, string>>
  /** A person's own sentences, as the page has them: they stay as they were written, and are set in italics. */
  readonly own: readonly string[]
  /** Lines below the title. */
  readonly note: readonly string[]
}

/** A page in another language, with the sentences that had no translation and therefore stayed. */
export interface Translated {
  readonly text: string
  readonly missing: readonly string[]
}

interface Pattern {
  readonly pattern: RegExp
  readonly to: string
  readonly letters: number
}

const gap = /\{\d\}/
const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

const patternsOf = (sentences: Translation['sentences']): readonly Pattern[] =>
  Object.entries(sentences)
    .filter(([from]) => gap.test(from))
    .map(([from, to]) => ({
      pattern: new RegExp(`^${from.split(gap).map(literal).join('(.+?)')}$`, 'u'),
      to,
      letters: from.replaceAll(/\{\d\}/g, '').length,
    }))
    // The one that says the most itself is the one that is meant.
    .toSorted((a, b) => b.letters - a.letters)

/** Nothing to translate: code, a picture, a number, a rule between two rows. */
const isWordless = (text: string): boolean =>
  /^(?:`[^`]+`|!?\[!?\[?[^\]]*\]\([^)]*\)(?:\]\([^)]*\))?)$/.test(text) || !/\p{L}/u.test(text)

const sayer = ({ sentences, own }: Translation) => {
  const patterns = patternsOf(sentences)
  const missing: string[] = []
  const said = (text: string): string => {
    if (own.includes(text)) return `*${text}*`
    const whole = Object.hasOwn(sentences, text) ? sentences[text] : undefined
    if (whole !== undefined) return whole
    if (isWordless(text)) return text
    for (const { pattern, to } of patterns) {
      const found = pattern.exec(text)
      if (found !== null)
        return to.replaceAll(/\{(>?)(\d)\}/g, (_, again: string, at: string) => {
          const value = found[Number(at)] ?? ''
          return again === '' ? value : said(value)
        })
    }
    missing.push(text)
    return `*${text}*`
  }
  return { said, missing }
}

const fence = /^(`{3,})/

/**
 * Puts a Markdown page into another language, line by line: the same headings, links and code in the same order. Code is never
 * touched, nor what a person wrote.
 */
export const translatePage = (page: string, translation: Translation): Translated => {
  const { said, missing } = sayer(translation)
  let open: string | undefined
  let titled = false
  const cells = (line: string): string =>
    line
      .split(/(?<!\\)\|/)
      .map(cell => (cell.trim() === '' ? cell : ` ${said(cell.trim())} `))
      .join('|')
  const lines = page.split('\n').flatMap((line): readonly string[] => {
    const [, marks] = fence.exec(line) ?? []
    if (open !== undefined || marks !== undefined) {
      if (open === undefined) open = marks
      else if (line === open) open = undefined
      return [line]
    }
    if (!titled && line.startsWith('# ')) {
      titled = true
      return [line, ...(translation.note.length === 0 ? [] : ['', ...translation.note])]
    }
    if (line.trim() === '') return [line]
    if (translation.own.includes(line)) return [said(line)]
    if (line.startsWith('|')) return [/^[|\s:-]+$/.test(line) ? line : cells(line)]
    const [, mark = '', words = line] = /^(#{2,6} |- )(.*)$/.exec(line) ?? []
    return [`${mark}${said(words)}`]
  })
  return { text: lines.join('\n'), missing }
}
