declare const escaped: unique symbol
/** Text that is safe where it goes: it was written by us, or passed through an escape of its kind of file. */
export type Escaped = string & { readonly [escaped]: true }

/** Our own text with escaped values in it: `py\`raise ${py.name(x)}\``; a plain string in the braces does not compile. */
const template = (parts: TemplateStringsArray, ...values: readonly Escaped[]): Escaped =>
  parts.reduce((text, part, index) => text + part + (values[index] ?? ''), '') as Escaped

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()

/** Python: in code, in a string, in a docstring, in a comment. */
export const py = Object.assign(template, {
  /** A string literal, quotes included. */
  str: (text: string): Escaped => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
    const body = text.replace(/[\\"\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff]/gu, each => {
      if (each === '\\' || each === '"') return `\\${each}`
      if (each === '\n') return '\\n'
      if (each === '\t') return '\\t'
      return `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
    })
    return `"${body}"` as Escaped
  },
  /** Words inside a docstring: one line, nothing that ends it or escapes. */
  doc: (text: string): Escaped => oneLine(text).replaceAll('\\', '/').replaceAll('"""', "'''").replace(/"$/, "'") as Escaped,
  /** Words inside a comment: one line. */
  comment: (text: string): Escaped => oneLine(text) as Escaped,
  /** An identifier or a dotted name. Throws on anything else: names are validated where they enter. */
  name: (text: string): Escaped => {
    if (!/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(text)) throw new Error(`not a Python name: ${text}`)
    return text as Escaped
  },
  /** Lines of code that a unit of ours wrote. */
  code: (lines: string): readonly Escaped[] => lines.split('\n') as Escaped[],
})

/** Markdown: in running text, in a table's cell, in code. */
export const md = Object.assign(template, {
  /** Words: whatever could begin markup is escaped. */
  text: (text: string): Escaped => oneLine(text).replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&').replace(/^(\d+)([.)])/, '$1\\$2').replace(/^([-+=])/, '\\$1') as Escaped,
  /** A code span; its fence is longer than any run of backticks inside. */
  code: (text: string): Escaped => {
    const line = oneLine(text)
    const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(run => run[0].length)) + 1)
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
    return `${fence}${pad}${line}${pad}${fence}` as Escaped
  },
  /** A code span inside a table's cell, where a bar would end the cell. */
  cellCode: (text: string): Escaped => md.code(text).replaceAll('|', '\\|') as Escaped,
  /** A link's target: only http and https, and nothing that ends the parentheses. */
  url: (text: string): Escaped => {
    const url = new URL(text)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`not a web address: ${text}`)
    return url.href.replaceAll('(', '%28').replaceAll(')', '%29') as Escaped
  },
  /** A fenced block of code. */
  block: (language: string, code: string): readonly Escaped[] => {
    const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`{3,}/g)].map(run => run[0].length + 1)))
    return [`${fence}${language}`, ...code.replace(/\n+$/, '').split('\n'), fence] as Escaped[]
  },
  lines: (lines: readonly string[]): readonly Escaped[] => lines as readonly Escaped[],
})

/** Plain text files: one line, nothing else to escape. */
export const plain = Object.assign(template, {
  text: (text: string): Escaped => oneLine(text) as Escaped,
})
