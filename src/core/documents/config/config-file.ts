import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Gate, gateOf, gateSchema } from '../../gates/gate.ts'

const names = z.array(z.string().min(1).max(100)).max(500)

/** Which rules `trysquare check` looks for. */
export const rulesConfig = z.strictObject({
  /** Rules, packs, codes of Ruff or their beginnings, or ALL. */
  select: names.optional(),
  ignore: names.optional(),
  /** Paths that are not looked at: patterns as `per-file-ignores` of Ruff writes them. */
  exclude: names.optional(),
  /** Rules that do not hold for some paths: `{"tests/**": [environment-read]}`. */
  per_path: z.record(z.string().min(1).max(300), names).optional(),
})

export type RulesConfig = z.infer<typeof rulesConfig>

const config = z.looseObject({
  rules: rulesConfig.optional(),
  gates: z.record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), gateSchema).optional(),
})

/** What `.trysquare/config.yaml` says of rules and gates. */
export interface Config {
  readonly rules: RulesConfig
  readonly gates: readonly Gate[]
}

/** What is wrong with a settings file, with its line where that can be told. */
export interface ConfigProblem {
  readonly path: string
  readonly problem: string
  readonly line?: number
}

/**
 * Reads `.trysquare/config.yaml`, as far as it is about rules and gates. Keys of other parts are theirs to judge; an unknown key below
 * these is a problem, because a misspelt setting would silently not hold.
 */
export const readConfig = (text: string): Config | ConfigProblem => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, maxAliasCount: 0 } as never)
  const [fault] = document.errors
  if (fault !== undefined)
    return { path: '', problem: fault.message.split('\n')[0] ?? fault.message, line: lines.linePos(fault.pos[0]).line }
  const read = config.safeParse(document.toJS() ?? {})
  if (read.success) {
    const { rules = {}, gates = {} } = read.data
    return { rules, gates: Object.entries(gates).map(([name, gate]) => gateOf(name, gate)) }
  }
  const [issue] = read.error.issues
  const path = issue?.path ?? []
  const node = document.getIn(path, true) as { readonly range?: readonly [number, number, number] } | undefined
  return {
    path: path.join('.'),
    problem: (issue?.message ?? 'it cannot be used').replace(/\.$/, ''),
    ...(node?.range !== undefined && { line: lines.linePos(node.range[0]).line }),
  }
}
