import { type Block, blocksOf } from './blocks.ts'
import { contractOf, type Share } from './contract.ts'
import { type Size, sizeOf } from './size.ts'

/** The least budget that a part with its contract can be held to, in tokens. */
export const leastBudget = 600
/** What fits into one answer of most agents, beside what they say and read themselves; in tokens. */
export const usualBudget = 24_000

/** One part of a sub-prompt, ready to be handed over. */
export interface Part extends Size {
  readonly number: number
  readonly of: number
  /** Headings that it carries, wholly or in part. */
  readonly headings: readonly string[]
  /** Its lines of the whole. */
  readonly body: string
  /** With its contract in front; the body alone when it is the whole. */
  readonly text: string
  /** A single block that is more than the budget: it cannot be cut without losing its meaning. */
  readonly over: boolean
}

/** How the text is put for whoever reads it: its form counts against the budget too. */
type Put = (text: string) => string

type Group = readonly Block[]
const bodyOf = (group: Group): string => group.map(each => each.text).join('')
const headingsOf = (group: Group): readonly string[] => [...new Set(group.map(each => each.section))]

const grouped = (blocks: readonly Block[], room: number): readonly Group[] => {
  const groups: Block[][] = []
  let used = 0
  for (const block of blocks) {
    const { tokens } = sizeOf(block.text)
    const open = groups.at(-1)
    if (open === undefined || used + tokens > room) {
      groups.push([block])
      used = tokens
    } else {
      open.push(block)
      used += tokens
    }
  }
  return groups
}

const shareOf = (groups: readonly Group[], index: number): Share => {
  const here = groups[index] ?? []
  const titles = (some: readonly Group[]) => headingsOf(some.flat())
  const carried = headingsOf(here)
  const before = titles(groups.slice(0, index))
  const after = titles(groups.slice(index + 1))
  return {
    number: index + 1,
    of: groups.length,
    carries: carried.map(title => ({ title, begun: before.includes(title), goesOn: after.includes(title) })),
    before: before.filter(title => !carried.includes(title)),
    after: after.filter(title => !carried.includes(title)),
    own: bodyOf(here),
    whole: groups.map(bodyOf).join(''),
  }
}

const partsOf = (groups: readonly Group[], task: string, budget: number, put: Put): readonly Part[] =>
  groups.map((group, index) => {
    const body = bodyOf(group)
    const share = shareOf(groups, index)
    const whole = groups.length === 1
    const fitting = put(whole ? body : `${contractOf(task, share, false)}${body}`)
    const over = sizeOf(fitting).tokens > budget
    const text = over && !whole ? put(`${contractOf(task, share, true)}${body}`) : fitting
    return {
      number: index + 1,
      of: groups.length,
      headings: headingsOf(group),
      body,
      text,
      ...sizeOf(text),
      over,
    }
  })

/**
 * A sub-prompt in ordered parts, none above the budget (in estimated tokens) unless one block alone is. Their bodies put together
 * are the whole, to the letter.
 */
export const promptParts = (whole: string, task: string, budget: number, put: Put = text => text): readonly Part[] => {
  if (sizeOf(put(whole)).tokens <= budget) return partsOf([blocksOf(whole)], task, budget, put)
  const blocks = blocksOf(whole)
  // Contracts take room, and how much is known only when the parts are: less room until every part that could be cut fits.
  for (let room = budget; ; room = Math.floor(room * 0.9)) {
    const groups = grouped(blocks, room)
    const parts = partsOf(groups, task, budget, put)
    if (parts.every((each, index) => !each.over || (groups[index]?.length ?? 0) === 1)) return parts
  }
}
