import { z } from 'zod'
import { canonicalJson } from '../../base/hash.ts'

const red = z.strictObject({
  id: z.string().max(100),
  rule: z.string().max(200),
  path: z.string().max(1000),
  line: z.number().optional(),
  symbol: z.string().max(2000).optional(),
  message: z.string().max(5000),
})

const tool = z.strictObject({
  tool: z.string().max(100),
  version: z.string().max(200).optional(),
  /** Where the repository sets it up. */
  place: z.string().max(1000),
  command: z.array(z.string().max(5000)),
  exit: z.number().optional(),
  outcome: z.enum(['green', 'red', 'missing', 'crashed']),
  reason: z.string().max(5000).optional(),
  metrics: z.record(z.string().max(100), z.number()),
  /** The name of the receipt in `.trysquare/evidence/`. */
  receipt: z.string().max(200),
  red: z.array(red),
})

/** `.trysquare/baseline.json`: what was red when the repository was adopted. */
export const baselineSchema = z.strictObject({
  version: z.literal(1),
  /** SHA-256 of the tree that was measured. */
  tree: z.string().max(200),
  environment: z.strictObject({
    manager: z.string().max(100),
    python: z.string().max(100),
    steps: z.array(z.array(z.string().max(5000))),
  }),
  tools: z.array(tool),
})

/** What was red when it was first measured. */
export type Baseline = z.infer<typeof baselineSchema>
/** How one tool of a repository was found. */
export type ToolState = Baseline['tools'][number]
/** One thing that is red. */
export type Red = ToolState['red'][number]

/** Prints a baseline: its keys in one order, so that a difference shows what changed. */
export const printBaseline = (baseline: Baseline): string =>
  `${JSON.stringify(JSON.parse(canonicalJson(baseline)), null, 1)}\n`

/** Reads one back; undefined where it is none. */
export const readBaseline = (text: string): Baseline | undefined => {
  try {
    const parsed = baselineSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** What a tool says today, held against what was known. */
export interface Compared {
  readonly tool: string
  readonly state: ToolState
  /** It did its work for the first time: what is red is known from now on. */
  readonly first: boolean
  /** Red today, and not known. */
  readonly fresh: readonly Red[]
  readonly known: readonly Red[]
  /** Known, and green today. */
  readonly gone: readonly Red[]
  /** It did its work when it was first measured, and does not today. */
  readonly broke: boolean
}

const works = (state: ToolState | undefined): boolean => state?.outcome === 'green' || state?.outcome === 'red'

/**
 * Holds what is measured today against a baseline. A tool that had not done its work when it was first measured, or was not set up then,
 * is measured for the first time now: nothing of it is new.
 */
export const compare = (before: Baseline, today: Baseline): readonly Compared[] =>
  today.tools.map(state => {
    const old = before.tools.find(each => each.tool === state.tool)
    const known = new Set((works(old) ? old : state)?.red.map(each => each.id))
    const now = new Set(state.red.map(each => each.id))
    return {
      tool: state.tool,
      state,
      first: !works(old),
      fresh: state.red.filter(each => !known.has(each.id)),
      known: state.red.filter(each => known.has(each.id)),
      gone: works(old) && works(state) ? (old?.red ?? []).filter(each => !now.has(each.id)) : [],
      broke: works(old) && !works(state),
    }
  })

/**
 * The baseline from now on: what turned green is taken out, and never comes back in. What is red and was not known is not let in: it
 * stays new until it is put right, or until a person takes it as known. A tool that did its work for the first time comes in as it is.
 */
export const tightened = (before: Baseline, today: Baseline): Baseline => {
  const compared = new Map(compare(before, today).map(each => [each.tool, each] as const))
  const kept = before.tools.map(state => {
    const found = compared.get(state.tool)
    if (found === undefined) return state
    if (found.first) return found.state
    const gone = new Set(found.gone.map(each => each.id))
    return { ...state, red: state.red.filter(each => !gone.has(each.id)) }
  })
  const added = today.tools.filter(state => !before.tools.some(each => each.tool === state.tool))
  return { ...before, tools: [...kept, ...added] }
}
