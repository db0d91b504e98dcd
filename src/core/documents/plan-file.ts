import { Document, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import { isRefusal, type Refusal, refusal } from '../../base/refusal.ts'
import type { AddedFile, PlanEdits } from '../design/plan/edits.ts'
import type { PlannedTask } from '../design/plan/plan.ts'

type Line = Pick<PlannedTask, 'id' | 'path' | 'purpose' | 'effort' | 'maker'>

const opening = [
  ' The files of the plan, in the order in which they are made.',
  ' Take a file out to leave it out; move it to have it made earlier or later (what it needs still comes first).',
  ' Add one of your own as `- {path: docs/runbook.md, purpose: What to do at night.}`; an interface (a Python stub)',
  ' may be given with it. Say why: the reason is recorded.',
].join('\n')

/** The plan as a file that a person edits: order and paths count, purposes are there to be read. */
export const planFile = (plan: readonly Line[]): string => {
  const document = new Document({ why: '', files: plan.map(({ path, purpose }) => ({ path, purpose })) })
  document.commentBefore = opening
  const files = document.get('files')
  if (isSeq(files))
    for (const [index, item] of files.items.entries()) {
      const task = plan[index]
      if (isMap(item) && task !== undefined)
        item.commentBefore = ` ${task.id} ${task.effort}${task.maker === 'mind' ? ', needs a mind' : ''}`
    }
  return document.toString({ lineWidth: 0 })
}

const refused = (line: number | undefined, reason: string, column?: number): Refusal =>
  refusal('TSQ-PLAN-EDIT', {
    path:
      line === undefined
        ? 'the edited plan'
        : `line ${line}${column === undefined ? '' : `, column ${column}`} of the edited plan`,
    reason,
    todo: 'Correct it and give it again; nothing was changed.',
  })

const known = new Set(['path', 'purpose', 'interface'])

interface Entry {
  readonly line: number
  readonly path: string
  readonly purpose: string | undefined
  readonly interface: string | undefined
}

/** The largest plan that is read: 5,000 files with their purposes are a tenth of it. */
const largest = 5_000_000

const entriesOf = (text: string): { readonly why: string; readonly entries: readonly Entry[] } | Refusal => {
  if (text.length > largest) return refused(undefined, `It has ${text.length} characters; ${largest} are read.`)
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const lineAt = (offset: number): number => {
    let low = 0
    let high = starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
  const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: true, prettyErrors: false })
  const [error] = document.errors
  if (error !== undefined) {
    const [offset] = error.pos
    const line = lineAt(offset)
    return refused(line, `It is not YAML: ${error.message.split('\n')[0]}.`, offset - (starts[line - 1] ?? 0) + 1)
  }
  const files = document.get('files')
  if (!isSeq(files)) return refused(undefined, 'It has no list `files`.')
  const why = document.get('why')
  const entries: Entry[] = []
  for (const item of files.items) {
    const line = lineAt((item as { range?: readonly [number] }).range?.[0] ?? 0)
    if (!isMap(item)) return refused(line, 'Each file is written as `- path: …`.')
    const values = new Map<string, string>()
    for (const { key, value } of item.items) {
      const name = isScalar(key) ? String(key.value) : ''
      if (!known.has(name)) return refused(line, `A file has a path, a purpose and an interface; not "${name}".`)
      if (isScalar(value)) values.set(name, String(value.value).trim())
    }
    const path = values.get('path') ?? ''
    if (path === '') return refused(line, 'It has no path.')
    entries.push({
      line,
      path,
      purpose: values.get('purpose') || undefined,
      interface: values.get('interface') || undefined,
    })
  }
  return { why: typeof why === 'string' ? why.trim() : '', entries }
}

/** The files that a person added, earlier ones included. */
const additions = (
  entries: readonly Entry[],
  plan: ReadonlyMap<string, Line>,
  before: PlanEdits,
): readonly AddedFile[] | Refusal => {
  const earlier = (before.add ?? []).filter(each => entries.some(({ path }) => path === each.path))
  const fresh: AddedFile[] = []
  for (const { line, path, purpose, interface: stub } of entries) {
    if (plan.has(path)) continue
    if (purpose === undefined) return refused(line, `The plan has no ${path}; a new file needs a purpose.`)
    fresh.push({ path, purpose, ...(stub !== undefined && { interface: stub }) })
  }
  return [...earlier, ...fresh]
}

/**
 * What a person changed of a plan by editing its file: all edits, earlier ones included. Refuses what is not such a file
 * (TSQ-PLAN-EDIT, with the line); whether the plan can bear the edits is for the plan to say.
 */
export const readPlanFile = (text: string, plan: readonly Line[], before: PlanEdits): PlanEdits | Refusal => {
  const found = entriesOf(text)
  if (isRefusal(found)) return found
  const { why, entries } = found
  const byPath = new Map<string, Line>(plan.map(each => [each.path, each]))
  const add = additions(entries, byPath, before)
  if (isRefusal(add)) return add
  const there = new Set(entries.map(each => each.path))
  const own = new Set((before.add ?? []).map(each => each.path))
  const gone = plan.filter(each => !there.has(each.path) && !own.has(each.path)).map(each => each.path)
  const remove = { ...before.remove, ...Object.fromEntries(gone.map(path => [path, why])) }
  const now = entries.map(each => each.path).filter(path => byPath.has(path))
  const then = plan.map(each => each.path).filter(path => there.has(path))
  const fresh = entries.some(each => !byPath.has(each.path))
  const moved = now.some((path, index) => path !== then[index])
  // With a new file among them, the whole order is the person's.
  const ordered = moved || (fresh && !isLast(entries, byPath))
  const order = ordered ? entries.map(each => each.path) : before.order?.filter(path => there.has(path))
  return {
    ...(Object.keys(remove).length > 0 && { remove }),
    ...(add.length > 0 && { add }),
    ...(order !== undefined && order.length > 0 && { order, why: ordered ? why : (before.why ?? why) }),
  }
}

/** Whether the new files all stand at the end: then nobody asked for an order. */
const isLast = (entries: readonly Entry[], plan: ReadonlyMap<string, Line>): boolean => {
  const first = entries.findIndex(each => !plan.has(each.path))
  return first < 0 || entries.slice(first).every(each => !plan.has(each.path))
}
