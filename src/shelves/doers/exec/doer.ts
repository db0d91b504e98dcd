import { fencedBlocks } from '../../../core/documents/fenced.ts'
import { type Delivery, doer } from '../../../ports/doer.ts'
import type { Worked } from '../../../ports/workshop.ts'

/** The last line that is not empty, as far as it fits on a screen. */
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1)?.trim().slice(0, 200) ?? ''

const undoneWords = ({ undone }: Worked): string =>
  undone.length === 0
    ? ''
    : ` It also changed the repository itself (${undone.slice(0, 5).join(', ')}); that was undone, and what lay there set aside.`

/** Why a command that was stopped, or that failed, delivered nothing. What it left half-way is not looked at. */
const stopped = (worked: Worked): string | undefined => {
  if (worked.how === 'timed-out') return 'the command did not end in time and was stopped (`--minutes` gives it more)'
  if (worked.how === 'flooded') return 'the command printed or wrote more than it may and was stopped'
  if (worked.exit === 0) return undefined
  const how = worked.exit === undefined ? 'was killed' : `ended with ${worked.exit}`
  const said = lastLine(worked.complained)
  return `the command ${how}${said === '' ? '' : `: ${said}`}`
}

const delivery = (worked: Worked): Delivery => {
  const failed = (reason: string): Delivery => ({ kind: 'failed', reason: `${reason}.${undoneWords(worked)}` })
  const reason = stopped(worked) ?? worked.problem
  if (reason !== undefined) return failed(reason)
  const strayed = [...worked.strayed, ...worked.undone]
  const more = strayed.length > 0 ? { strayed } : {}
  if (worked.text !== undefined) {
    const claim = lastLine(worked.said)
    return { kind: 'file', text: worked.text, ...(claim !== '' && { claim }), ...more }
  }
  // Some programs only talk: then what they say must hold the file, and nothing that could be taken for it.
  const blocks = fencedBlocks(worked.said)
  const [only] = blocks
  if (worked.said.includes('\ufffd')) return failed('the command wrote no file and what it printed is not UTF-8')
  if (only === undefined) return failed('the command ended well and wrote no file')
  if (blocks.length > 1)
    return failed(`the command wrote no file and printed ${blocks.length} blocks of code: which is it`)
  return { kind: 'file', text: only, ...more }
}

export default doer({
  id: 'exec',
  title: 'Any command: it gets the prompt on standard input, works in a copy, and brings back one file.',
  takes: 'command',
  make: async ({ argument, work }) => delivery(await work(argument ?? '')),
})
