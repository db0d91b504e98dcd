import { stringify } from 'smol-toml'

const width = 100

/** Comments of a TOML file: above a key or table by its path (`tool.ruff`), beside a list's text item by path and item (`tool.ruff.lint.ignore.D100`). */
export type TomlNotes = Readonly<Record<string, string>>

/** A table of a TOML document. */
export type Table = Readonly<Record<string, unknown>>

export const isTable = (value: unknown): value is Table =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** The library writes every key and scalar; the layout (lists over several lines, order, comments) is ours. */
const keyText = (key: string): string => stringify({ [key]: 0 }).replace(/ = 0\n?$/, '')
const scalarText = (value: unknown): string => stringify({ x: value }).replace(/^x = /, '').trimEnd()

const inline = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (!isTable(value)) return scalarText(value)
  const pairs = Object.entries(value).map(([key, each]) => `${keyText(key)} = ${inline(each)}`)
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`
}

const list = (key: string, values: readonly unknown[], path: string, notes: TomlNotes): readonly string[] => {
  const noteOf = (value: unknown): string | undefined =>
    typeof value === 'string' ? notes[`${path}.${value}`] : undefined
  const line = `${keyText(key)} = ${inline(values)}`
  if (line.length <= width && !values.some(noteOf)) return [line]
  const items = values.map(value => {
    const note = noteOf(value)
    return `    ${inline(value)},${note === undefined ? '' : ` # ${note}`}`
  })
  return [`${keyText(key)} = [`, ...items, ']']
}

const commentOf = (path: string, notes: TomlNotes): readonly string[] =>
  notes[path] === undefined ? [] : [`# ${notes[path]}`]

const section = (value: Table, keys: readonly string[], notes: TomlNotes): readonly (readonly string[])[] => {
  const pathOf = (key: string): string => [...keys, key].join('.')
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  const own = entries.filter(([, each]) => !isTable(each))
  const body = own.flatMap(([key, each]) => [
    ...commentOf(pathOf(key), notes),
    ...(Array.isArray(each) ? list(key, each, pathOf(key), notes) : [`${keyText(key)} = ${scalarText(each)}`]),
  ])
  const tables = entries.flatMap(([key, each]) => (isTable(each) ? section(each, [...keys, key], notes) : []))
  const header = keys.length === 0 ? [] : [...commentOf(keys.join('.'), notes), `[${keys.map(keyText).join('.')}]`]
  const bare = body.length === 0 && (keys.length === 0 || tables.length > 0)
  return [...(bare ? [] : [[...header, ...body]]), ...tables]
}

/** A TOML document as a person would lay it out: tables in the order given, long lists one item a line. */
export const tomlText = (value: Table, notes: TomlNotes = {}): string =>
  `${section(value, [], notes)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
