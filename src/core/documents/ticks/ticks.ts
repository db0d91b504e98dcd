import MarkdownIt from 'markdown-it'
import type { Reference, Tick } from '../../gates/ticks/tick.ts'
import { referencesIn } from './references.ts'

const markdown = new MarkdownIt('commonmark')

const ticked = /^\[[xX]\]\s+/
const box = /^\[[ xX]\]\s+/

const removal =
  /^(?:\W*(?:\*\*)?[A-Z]{0,3}-?\d[\w.:-]*(?:\*\*)?\W*)?(?:remove|delete|drop|get rid of|retire|eliminate|purge)\b/i

type Token = ReturnType<typeof markdown.parse>[number]

/** What of an item's line is code, a link or plain words. What is taken away stands before the word "from". */
const referencesOf = (inline: Token, wants: Tick['wants']): readonly Reference[] => {
  const found: Reference[] = []
  for (const child of inline.children ?? []) {
    if (child.type === 'code_inline') found.push(...referencesIn(child.content, wants === 'gone' ? 'name' : 'code'))
    if (child.type === 'link_open') found.push(...referencesIn(String(child.attrGet('href') ?? ''), 'link'))
    if (child.type === 'text')
      found.push(...referencesIn(child.content.split(wants === 'gone' ? /\bfrom\b/i : /$^/)[0] ?? '', 'words'))
    if (wants === 'gone' && child.type === 'text' && /\bfrom\b/i.test(child.content)) break
  }
  return [...new Map(found.map(each => [`${each.kind} ${each.text}`, each])).values()]
}

/**
 * Every item of a Markdown text that is ticked, in its order. An item ends where the list below it begins: what is said there is said of
 * itself. Source: CommonMark; the boxes as in GitHub's task lists.
 */
export const ticksIn = (path: string, text: string): readonly Tick[] => {
  const headings: string[] = []
  const ticks: Tick[] = []
  const tokens = markdown.parse(text, {})
  let items = 0
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'list_item_open') items += 1
    if (token.type === 'list_item_close') items -= 1
    if (token.type !== 'inline') continue
    const before = tokens[index - 1]
    if (before?.type === 'heading_open') {
      headings.splice(Number(before.tag.slice(1)) - 1)
      headings[Number(before.tag.slice(1)) - 1] = token.content
      continue
    }
    if (items === 0 || !ticked.test(token.content) || tokens[index - 2]?.type !== 'list_item_open') continue
    const words = token.content.replace(box, '').replaceAll(/\s+/g, ' ').trim()
    const wants = removal.test(words) ? 'gone' : 'there'
    ticks.push({
      path,
      line: (token.map?.[0] ?? 0) + 1,
      text: words,
      headings: headings.filter(each => each !== undefined),
      wants,
      references: referencesOf(token, wants),
    })
  }
  return ticks
}
