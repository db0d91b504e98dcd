import type { Located, Settings } from './located.ts'

/** A value that goes on in the lines below its key: each line with its own place. */
type Section = Map<string, { line: number; value: Located[] }>

const keyOf = (line: string): readonly [string, string] => {
  const end = line.search(/[=:]/)
  return end === -1 ? [line.trim(), ''] : [line.slice(0, end).trim(), line.slice(end + 1).trim()]
}

/**
 * The dialect of Python's `configparser`, as setup.cfg and tox.ini are written: sections, `key = value` or `key: value`, lines that
 * are set in go on with the value above them, comments only on lines of their own. Nothing is interpolated. Keys are lower case, as
 * `configparser` makes them.
 */
export const iniSettings = (text: string): Settings => {
  const sections = new Map<string, { line: number; value: Section }>()
  let section: Section | undefined
  let current: Located[] | undefined
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1
    const trimmed = raw.replace(/^\uFEFF/, '').trim()
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue
    if (/^\s/.test(raw) && current !== undefined) {
      current.push({ line, value: trimmed })
      continue
    }
    if (trimmed.startsWith('[') && trimmed.includes(']')) {
      const name = trimmed.slice(1, trimmed.lastIndexOf(']'))
      section = sections.get(name)?.value ?? new Map()
      if (!sections.has(name)) sections.set(name, { line, value: section })
      current = undefined
      continue
    }
    if (section === undefined) return { broken: 'a value stands before the first section', line }
    const [key, value] = keyOf(trimmed)
    current = value === '' ? [] : [{ line, value }]
    section.set(key.toLowerCase(), { line, value: current })
  }
  return { root: { line: 1, value: sections } }
}
