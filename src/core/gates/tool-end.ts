import { visibleLines } from '../../base/visible.ts'
import type { ToolOutcome } from '../../ports/check.ts'
import type { CheckOutcome } from './finding.ts'

/** The check could not do its work. */
export const unable = (how: 'missing' | 'crashed', reason: string): CheckOutcome => ({
  findings: [],
  metrics: {},
  unable: { how, reason },
})

/** The last lines of what a tool said, for the reason of a crash. */
export const lastWords = ({ stdout, stderr }: ToolOutcome): string =>
  visibleLines((stderr.trim() === '' ? stdout : stderr).trim())
    .slice(-5)
    .join('\n')
    .slice(-600) || 'it said nothing'

/** A tool that did not come to its end, or undefined when it did. */
export const cutShort = (tool: string, ended: ToolOutcome): CheckOutcome | undefined => {
  if (ended.timedOut) return unable('crashed', `${tool} did not finish in time`)
  if (ended.exit === undefined) return unable('crashed', `${tool} was killed: ${lastWords(ended)}`)
  return undefined
}

/** JSON that a tool wrote, or undefined when it is none. */
export const parsedJson = (text: string | undefined): unknown => {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
