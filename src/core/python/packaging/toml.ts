import { type AST, ParseError, parseTOML } from 'toml-eslint-parser'
import type { Located, LocatedValue, Settings } from './located.ts'

type Table = Map<string, Located>

const scalar = (node: AST.TOMLValue): LocatedValue => {
  if (node.kind === 'string') return node.value
  if (node.kind === 'boolean' || node.kind === 'float' || node.kind === 'integer') return node.value
  return node.datetime
}

const valueOf = (node: AST.TOMLContentNode): LocatedValue => {
  if (node.type === 'TOMLValue') return scalar(node)
  if (node.type === 'TOMLArray') return node.elements.map(located)
  const table: Table = new Map()
  for (const pair of node.body) put(table, pair)
  return table
}

const located = (node: AST.TOMLContentNode): Located => ({ line: node.loc.start.line, value: valueOf(node) })

/** The table at a key, made where there is none yet; the last one of an array of tables. */
const tableAt = (table: Table, key: string, line: number): Table => {
  const found = table.get(key)
  const value = Array.isArray(found?.value) ? (found.value as readonly Located[]).at(-1)?.value : found?.value
  if (value instanceof Map) return value as Table
  const made: Table = new Map()
  table.set(key, { line, value: made })
  return made
}

const keysOf = (key: AST.TOMLKey): readonly string[] =>
  key.keys.map(each => (each.type === 'TOMLBare' ? each.name : each.value))

const put = (table: Table, pair: AST.TOMLKeyValue): void => {
  const keys = keysOf(pair.key)
  const line = pair.loc.start.line
  const last = keys.at(-1)
  if (last === undefined) return
  const holder = keys.slice(0, -1).reduce((at, key) => tableAt(at, key, line), table)
  holder.set(last, { line, value: valueOf(pair.value) })
}

const openTable = (root: Table, node: AST.TOMLTable): Table => {
  const keys = keysOf(node.key)
  const line = node.loc.start.line
  const last = keys.at(-1) ?? ''
  const holder = keys.slice(0, -1).reduce((at, key) => tableAt(at, key, line), root)
  if (node.kind !== 'array') return tableAt(holder, last, line)
  const made: Table = new Map()
  const before = holder.get(last)?.value
  const list: readonly Located[] = Array.isArray(before) ? (before as readonly Located[]) : []
  holder.set(last, { line: holder.get(last)?.line ?? line, value: [...list, { line, value: made }] })
  return made
}

/** A TOML document with the line of every key. */
export const tomlSettings = (text: string): Settings => {
  try {
    const root: Table = new Map()
    for (const node of parseTOML(text).body[0].body) {
      if (node.type === 'TOMLKeyValue') put(root, node)
      else {
        const table = openTable(root, node)
        for (const pair of node.body) put(table, pair)
      }
    }
    return { root: { line: 1, value: root } }
  } catch (error) {
    // Whatever the file does to the parser, it is the file that cannot be read.
    const line = error instanceof ParseError ? error.lineNumber : 1
    return { broken: error instanceof Error ? error.message : String(error), line }
  }
}
