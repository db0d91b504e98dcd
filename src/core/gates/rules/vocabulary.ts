import type { Hits } from '../../../ports/rule.ts'
import type { Prose } from '../../python/source/prose.ts'

/** Papers in which plans, requests and history are the matter itself. */
const papers =
  /(?:^|\/)(?:PHASE_[^/]*|ROADMAP[^/]*|TODO[^/]*|PLAN[^/]*|CHANGE(?:S|LOG)?[^/]*|HISTORY[^/]*|NEWS[^/]*|RELEASE[^/]*|CONTRIBUTING[^/]*|AGENTS|CLAUDE|GEMINI)(?:\.\w+)?$|(?:^|\/)(?:decisions?|adrs?|rfcs?|peps|plans?|planning|proposals?|specs?|design|roadmap|changes|news|newsfragments|releases?|prompts?|skills?|agents)\/|(?:^|\/)\.[^/]/i

/** Whether a file may hold such words: source, tests and what users read, and no record of plans. */
export const isHeldToWords = (path: string): boolean => /\.(?:py|md)$/.test(path) && !papers.test(path)

/** Makes a look of a pattern: each line that has such words is told once, with the words. */
export const saying =
  (pattern: RegExp, message: (words: string) => string) =>
  (prose: Prose): Hits => {
    if (
      prose.section !== undefined &&
      /roadmap|plan|milestone|todo|status|history|changes|release/i.test(prose.section)
    )
      return undefined
    // A line longer than any that a person reads is data.
    const found = prose.text.length > 1000 ? null : pattern.exec(prose.text)
    if (found === null) return undefined
    const words = found[0].trim()
    const column = prose.column + found.index + found[0].indexOf(words)
    return {
      line: prose.line,
      column,
      end: { line: prose.line, column: column + words.length },
      message: message(words),
    }
  }
