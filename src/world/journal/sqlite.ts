import type { DatabaseSync } from 'node:sqlite'

type Sqlite = { readonly DatabaseSync: typeof DatabaseSync }

let loaded: Sqlite | undefined

/**
 * Node's own SQLite. Early releases of Node 24 announce on loading that it is experimental: that one word is kept from
 * the person, who can do nothing about it; every other warning passes.
 */
export const sqlite = (): Sqlite => {
  if (loaded !== undefined) return loaded
  const emitWarning = process.emitWarning.bind(process)
  process.emitWarning = (warning: string | Error, ...rest: unknown[]) => {
    if (!String(warning).startsWith('SQLite is an experimental feature'))
      Reflect.apply(emitWarning, process, [warning, ...rest])
  }
  try {
    // Loaded here and not at the top, so that commands without a run do not pay for it.
    loaded = process.getBuiltinModule('node:sqlite')
  } finally {
    process.emitWarning = emitWarning
  }
  return loaded
}
