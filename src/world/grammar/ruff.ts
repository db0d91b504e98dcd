import { createRequire } from 'node:module'
import { setFlagsFromString } from 'node:v8'
import type * as Package from '@astral-sh/ruff-wasm-nodejs'
import { followed } from '../../base/errors/nested-too-deeply.ts'
import { canonicalJson } from '../../base/hash.ts'
import type { Ruff, RuffDiagnostic, RuffSettings } from '../../ports/ruff.ts'

/** What the package's `check` returns; its own types say `any`. */
interface WasmDiagnostic {
  readonly code: string | null
  readonly message: string
  readonly start_location: { readonly row: number; readonly column: number }
  readonly end_location: { readonly row: number; readonly column: number }
  readonly fix: {
    readonly message: string | null
    readonly edits: readonly {
      readonly content: string | null
      readonly location: { readonly row: number; readonly column: number }
      readonly end_location: { readonly row: number; readonly column: number }
    }[]
  } | null
}

const place = ({ row, column }: { readonly row: number; readonly column: number }) => ({ row, column })

const diagnostic = (raw: WasmDiagnostic): RuffDiagnostic => ({
  code: raw.code,
  message: raw.message,
  start: place(raw.start_location),
  end: place(raw.end_location),
  fix: raw.fix && {
    message: raw.fix.message,
    edits: raw.fix.edits.map(edit => ({
      content: edit.content ?? '',
      start: place(edit.location),
      end: place(edit.end_location),
    })),
  },
})

type Wasm = Pick<typeof Package, 'PositionEncoding' | 'Workspace'>

const load = async (work: Work): Promise<Ruff> => {
  // Without these, a process waits 1.4–2.2 s at its exit for V8 to compile the module a second time; with them, all that is compiled
  // from then on stays as slow as it begins.
  if (work === 'short') {
    setFlagsFromString('--no-wasm-tier-up')
    setFlagsFromString('--no-wasm-dynamic-tiering')
  }
  const modules = createRequire(import.meta.url)
  const name = '@astral-sh/ruff-wasm-nodejs'
  let ruff = modules(name) as Wasm
  const workspaces = new Map<string, InstanceType<Wasm['Workspace']>>()
  const workspaceFor = (settings: RuffSettings) => {
    const key = canonicalJson(settings)
    const known = workspaces.get(key)
    if (known) return known
    const made = new ruff.Workspace(settings, ruff.PositionEncoding.Utf16)
    workspaces.set(key, made)
    return made
  }
  /** A module that ran out of stack never recovers: every later file would fail in it too. It is loaded anew. */
  const renew = () => {
    workspaces.clear()
    delete modules.cache[modules.resolve(name)]
    ruff = modules(name) as Wasm
  }
  return {
    version: `ruff ${ruff.Workspace.version()}`,
    check: (source, settings) => {
      const workspace = workspaceFor(settings)
      const found: readonly WasmDiagnostic[] = followed(() => workspace.check(source), renew)
      return found.map(diagnostic)
    },
    format: (source, settings) => {
      const workspace = workspaceFor(settings)
      return followed(() => workspace.format(source), renew)
    },
  }
}

let loaded: Promise<Ruff> | undefined

/** Whether a thread looks at a few files or at thousands. */
type Work = 'short' | 'long'

/** The Ruff that comes with Trysquare; loaded once in a thread. Who asks first says for which work. */
export const loadRuff = (work: Work = 'short'): Promise<Ruff> => (loaded ??= load(work))
