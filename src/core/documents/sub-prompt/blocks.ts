/** A piece of a sub-prompt that is never cut: lines that mean something together. */
export interface Block {
  /** The heading that it stands under. */
  readonly section: string
  /** Its lines, the empty ones behind it included, each with its line feed. */
  readonly text: string
  /** Whether it begins with its heading. */
  readonly opens: boolean
}

const heading = /^#{1,2} (.*)$/
const isReproduced = (line: string): boolean => line.startsWith('>') || line.startsWith('    ')

/** Whether what follows belongs to the line: a heading is nothing alone, nor a sentence that ends in a colon. */
const leads = (line: string): boolean => heading.test(line) || (line.endsWith(':') && !isReproduced(line))

const begins = (line: string, before: string | undefined, last: string): boolean =>
  before !== undefined && line !== '' && (before === '' || line.startsWith('- ') || heading.test(line)) && !leads(last)

/** Cuts a sub-prompt into its blocks; put together they are the text again. */
export const blocksOf = (text: string): readonly Block[] => {
  const blocks: { section: string; lines: string[]; opens: boolean }[] = []
  let section = ''
  let last = ''
  const lines = text.split('\n')
  // The text ends with a line feed: what is behind it is no line.
  lines.slice(0, text.endsWith('\n') ? -1 : undefined).forEach((line, index) => {
    const title = heading.exec(line)?.[1]
    if (title !== undefined) section = title
    if (blocks.length === 0 || begins(line, lines[index - 1], last))
      blocks.push({ section, lines: [], opens: title !== undefined })
    blocks.at(-1)?.lines.push(line)
    if (line !== '') last = line
  })
  return blocks.map(({ lines: own, ...each }) => ({ ...each, text: `${own.join('\n')}\n` }))
}
