/** The contents of the fenced blocks of a Markdown text, in their order. Source: CommonMark 0.31, section 4.5. */
export const fencedBlocks = (text: string): readonly string[] => {
  const blocks: string[] = []
  let open: { readonly fence: string; readonly lines: string[] } | undefined
  for (const line of text.split('\n')) {
    const [, fence] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (open === undefined) {
      if (fence !== undefined) open = { fence, lines: [] }
    } else if (fence?.startsWith(open.fence) === true && line.trim() === fence) {
      blocks.push(`${open.lines.join('\n')}\n`)
      open = undefined
    } else open.lines.push(line)
  }
  return blocks
}
