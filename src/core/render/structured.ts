import { Document, isMap } from 'yaml'
import type { StructuredFile } from '../../ports/unit-file.ts'
import { isTable, tomlText } from './toml.ts'

const yamlText = (value: unknown): string => {
  const document = new Document(value)
  // A blank line between the top-level parts, as people write these files.
  if (isMap(document.contents)) {
    for (const [index, pair] of document.contents.items.entries()) {
      const key = pair.key
      if (index > 0 && typeof key === 'object' && key !== null) (key as { spaceBefore?: boolean }).spaceBefore = true
    }
  }
  return document.toString({ lineWidth: 0, indent: 2, indentSeq: true, nullStr: '' })
}

/** A structured file's text: two spaces, a final newline, and the comments at its head. */
export const structuredText = (file: StructuredFile): string => {
  if (file.format === 'json') return `${JSON.stringify(file.value, undefined, 2)}\n`
  const head = (file.head ?? []).map(line => `# ${line}`.trimEnd())
  const body =
    file.format === 'yaml' ? yamlText(file.value) : tomlText(isTable(file.value) ? file.value : {}, file.notes)
  return head.length === 0 ? body : `${head.join('\n')}\n\n${body}`
}
