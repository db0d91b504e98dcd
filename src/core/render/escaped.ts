declare const escaped: unique symbol
/** Text that is safe where it goes: it was written by us, or passed through an escape of its kind of file. */
export type Escaped = string & { readonly [escaped]: true }

/** Vouches for a text that our own code wrote; never for one that came from outside. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place that makes the brand
export const vouched = (text: string): Escaped => text as Escaped

/** Our own text with escaped values in it: `py\`raise ${py.name(x)}\``; a plain string in the braces does not compile. */
type Tag = (parts: TemplateStringsArray, ...values: readonly Escaped[]) => Escaped

const join: Tag = (parts, ...values) =>
  vouched(parts.reduce((text, part, index) => text + part + (values[index] ?? ''), ''))

/** A tag of its own with these members; defined, not assigned, since a function's `name` cannot be assigned. */
const tag = <Members extends object>(members: Members): Tag & Members =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- defineProperties does not tell what it defined
  Object.defineProperties(join.bind(undefined), Object.getOwnPropertyDescriptors(members)) as Tag & Members

// oxlint-disable-next-line no-control-regex -- control characters are what is removed
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim()

/** Python: in code, in a string, in a docstring, in a comment. */
export const py = tag({
  /** A string literal, quotes included. */
  str: (text: string): Escaped => {
    // oxlint-disable-next-line no-control-regex -- control characters are what is escaped
    const body = text.replace(/[\\"\u0000-\u001f\u007f-\u00a0\u2028\u2029\ud800-\udfff]/gu, each => {
      if (each === '\\' || each === '"') return `\\${each}`
      if (each === '\n') return '\\n'
      if (each === '\t') return '\\t'
      return `\\u${(each.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
    })
    return vouched(`"${body}"`)
  },
  /** Words inside a docstring: one line, nothing that ends it or escapes. */
  doc: (text: string): Escaped =>
    vouched(oneLine(text).replaceAll('\\', '/').replaceAll('"""', "'''").replace(/^"|"$/g, "'")),
  /** Words inside a comment: one line. */
  comment: (text: string): Escaped => vouched(oneLine(text)),
  /** An identifier or a dotted name. Throws on anything else: names are validated where they enter. */
  name: (text: string): Escaped => {
    if (!/^[\p{L}_][\p{L}\p{N}_]*(\.[\p{L}_][\p{L}\p{N}_]*)*$/u.test(text))
      throw new Error(`not a Python name: ${text}`)
    return vouched(text)
  },
  /** Lines of code that a unit of ours wrote. */
  code: (lines: string): readonly Escaped[] => lines.split('\n').map(vouched),
})

/** Markdown: in running text, in a table's cell, in code. */
export const md = tag({
  /** Words: whatever could begin markup is escaped. */
  text: (text: string): Escaped =>
    vouched(
      oneLine(text)
        .replace(/[\\`*_{}[\]<>#|!~&]/g, '\\$&')
        .replace(/^(\d+)([.)])/, '$1\\$2')
        .replace(/^([-+=])/, '\\$1'),
    ),
  /** A code span; its fence is longer than any run of backticks inside. */
  code: (text: string): Escaped => {
    const line = oneLine(text)
    const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map(run => run[0].length)) + 1)
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
    return vouched(`${fence}${pad}${line}${pad}${fence}`)
  },
  /** A code span inside a table's cell, where a bar would end the cell. */
  cellCode: (text: string): Escaped => vouched(md.code(text).replaceAll('|', '\\|')),
  /** A link's target: only http and https, and nothing that ends the parentheses. */
  url: (text: string): Escaped => {
    const url = new URL(text)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error(`not a web address: ${text}`)
    return vouched(url.href.replaceAll('(', '%28').replaceAll(')', '%29'))
  },
  /** A link's target inside the repository. */
  path: (path: string): Escaped => vouched(encodeURI(path).replaceAll('(', '%28').replaceAll(')', '%29')),
  /** A fenced block of code. */
  block: (language: string, code: string): readonly Escaped[] => {
    const fence = '`'.repeat(Math.max(3, ...[...code.matchAll(/`{3,}/g)].map(run => run[0].length + 1)))
    return [`${fence}${language}`, ...code.replace(/\n+$/, '').split('\n'), fence].map(vouched)
  },
  lines: (lines: readonly string[]): readonly Escaped[] => lines.map(vouched),
})

/** Plain text files: one line, nothing else to escape. */
export const plain = tag({
  text: (text: string): Escaped => vouched(oneLine(text)),
})
