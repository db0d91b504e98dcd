import { isScalar, isSeq, LineCounter, parseAllDocuments, visit } from 'yaml'

/** A text value of a YAML or JSON file, with its key and the place where it begins. */
export interface Value {
  readonly name: string
  readonly value: string
  readonly line: number
  readonly column: number
}

const files = /\.(?:ya?ml|json)$/

/** A larger file is data that a program wrote; it is read line by line only. */
const largest = 200_000

/** Every value of a structured file, also one that stands below its key; a file that cannot be parsed is told as far as it can. */
export const valuesOf = (text: string, path: string): readonly Value[] => {
  if (!files.test(path) || text.length > largest) return []
  const lines = new LineCounter()
  const found: Value[] = []
  for (const document of parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent', uniqueKeys: false })) {
    if (!('contents' in document)) continue
    visit(document, {
      Pair: (_, { key, value }) => {
        const name = isScalar(key) ? String(key.value) : ''
        for (const each of isSeq(value) ? value.items : [value]) {
          // What a tag such as !vault marks is encrypted, or looked up elsewhere.
          if (!isScalar(each) || typeof each.value !== 'string' || each.tag?.startsWith('!') === true) continue
          const { line, col } = lines.linePos(each.range?.[0] ?? 0)
          found.push({ name, value: each.value, line, column: col })
        }
      },
    })
  }
  return found
}
