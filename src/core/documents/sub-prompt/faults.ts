const headingSign = /^#{1,6} /

/** Names and marks that only a template holds; they are faults wherever they stand. */
const everywhere: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:my_(?:package|component)|My(?:Package|Component)(?:Error)?|MY_PACKAGE(?:_LOG_LEVEL)?_?)\b/,
    'a name of the template',
  ],
  [/\[object \w+\]/, 'a value that was not printed'],
]

/** What a person may well write, and we never do: looked for in our own lines only. */
const inOurWords: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|TBD|XXX)\b/, 'an unfinished part'],
  [/<(?:\.{3}|…|[A-Za-z][^<>]*)>/, 'a gap to fill in'],
  [/\bundefined\b|\bNaN\b/, 'a value that was missing'],
  [/\{\{|\}\}/, 'a mark of a template'],
]

const isQuoted = (line: string): boolean => line.startsWith('>') || line.startsWith('    ')

const leftovers = (text: string): readonly string[] => {
  // A package may really be called so; then the name is no leftover.
  const really = text.includes('imported as `my_package`')
  return text.split('\n').flatMap((line, at) => {
    const patterns = [...(really ? [] : everywhere), ...(isQuoted(line) ? [] : inOurWords)]
    return patterns.flatMap(([pattern, what]) => {
      const found = pattern.exec(line)?.[0]
      return found === undefined ? [] : [`line ${at + 1}: ${what}: ${found}`]
    })
  })
}

const emptySections = (text: string): readonly string[] => {
  const lines = text.split('\n').filter(line => line.trim() !== '')
  return lines.flatMap((line, at) => {
    const next = lines[at + 1]
    const ends = next === undefined || headingSign.test(next)
    if (headingSign.test(line) && ends) return [`the section "${line.replace(headingSign, '')}" is empty`]
    return line.endsWith(':') && !isQuoted(line) && ends ? [`nothing follows "${line}"`] : []
  })
}

/** What keeps a sub-prompt from being sent: leftovers of a template, gaps, empty sections. Empty when it may go. */
export const subPromptFaults = (text: string): readonly string[] => [...leftovers(text), ...emptySections(text)]
