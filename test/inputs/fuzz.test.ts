import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { isRefusal } from '../../src/base/refusal.ts'
import { parseTree } from '../../src/core/design/tree/parse.ts'
import { sampleText } from '../product/product.ts'
import { taking } from './taking.ts'

const place = taking()
afterAll(place.remove)

const full = process.env['TSQ_FULL'] === '1'
const runs = { trees: full ? 20_000 : 2_000, texts: full ? 5_000 : 300, designs: full ? 5_000 : 300 }
/** Fixed, so that a failure can be looked at again; the long tests take another way each time, and say which. */
const seed = full ? Date.now() % 2 ** 31 : 20_261_121

/** Codes that speak of an answers file; an error without a line is of the file as a whole. */
const ofAnswers = /^TSQ-(?:ANSWERS-[A-Z]+|COMPONENT|UNDELIVERED|TREE-[A-Z]+|PATH)$/
const ofFile = /^TSQ-FILE-(?:ENCODING|TOO-LARGE)$/

const holds = async (given: string | Uint8Array): Promise<void> => {
  place.write(given)
  const found = await place.read()
  if (found === 'taken' || ofFile.test(found.code)) return
  expect(found.code).toMatch(ofAnswers)
  expect({ code: found.code, data: found.data, line: found.place?.line }).toMatchObject({ line: expect.any(Number) })
}

const hostile = fc.constantFrom(
  '\u0000',
  '\ufeff',
  '\u202e',
  '\ud800',
  '\r',
  '\t',
  '---\n',
  '...\n',
  '&a ',
  '*a',
  '!!int ',
  '!x ',
  '<<: ',
  '? ',
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '|\n',
  '>',
  '"',
  "'",
  '#',
  '%',
  '@',
  '`',
  '~',
  'null',
  'true',
  '0x1f',
  '1e999',
  '..',
  '/etc/passwd',
  '__proto__',
  'constructor: ',
  '{{ x }}',
  '\\',
  '$(id)',
  '"""',
  '\u{1f469}\u200d\u{1f527}',
)
const snippet = fc.oneof(hostile, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 8 }))

/** One way to spoil a text, at a place between 0 and 1. */
const spoiling = fc.record({
  how: fc.constantFrom('insert', 'cut line', 'double line', 'swap lines', 'value', 'indent', 'end here', 'letter'),
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  with: snippet,
})
type Spoiling = { readonly how: string; readonly where: number; readonly with: string }

const spoilt = (text: string, { how, where, with: other }: Spoiling): string => {
  const at = Math.floor(where * text.length)
  const lines = text.split('\n')
  const row = Math.min(lines.length - 1, Math.floor(where * lines.length))
  const line = lines[row] ?? ''
  switch (how) {
    case 'insert':
      return text.slice(0, at) + other + text.slice(at)
    case 'letter':
      return text.slice(0, at) + other.slice(0, 1) + text.slice(at + 1)
    case 'cut line':
      return lines.toSpliced(row, 1).join('\n')
    case 'double line':
      return lines.toSpliced(row, 0, line).join('\n')
    case 'swap lines':
      return lines.toSpliced(row, 2, lines[row + 1] ?? '', line).join('\n')
    case 'value':
      return lines
        .with(
          row,
          line.replace(/: .*$/, () => `: ${other}`),
        )
        .join('\n')
    case 'indent':
      return lines.with(row, other.length % 2 === 0 ? `  ${line}` : line.replace(/^ {1,2}/, '')).join('\n')
    default:
      return text.slice(0, at)
  }
}

test(`${runs.texts} texts of any kind are read as answers or refused with a code and a line [Q-04] [Q-05]`, {
  timeout: 300_000,
}, async () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(snippet, { maxLength: 30 }).map(all => all.join('')),
    fc.uint8Array({ maxLength: 200 }),
    fc.json({ depthSize: 'large' }),
  )
  await fc.assert(fc.asyncProperty(text, holds), { numRuns: runs.texts, seed })
})

test(`${runs.designs} spoilt designs are still designs, or are refused with a code and a line [Q-04] [N-01]`, {
  timeout: 600_000,
}, async () => {
  const design = fc.constantFrom('schema-guard', 'dataforge', 'orders-api').map(sampleText)
  const spoilings = fc.array(spoiling, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(design, spoilings, (text, all) => holds(all.reduce(spoilt, text))),
    { numRuns: runs.designs, seed },
  )
})

test(`${runs.trees} drawings made of anything are safe paths or one refusal [C-40] [Q-05]`, {
  timeout: 300_000,
}, () => {
  const stroke = fc.constantFrom('├── ', '│   ', '└── ', '|-- ', '`-- ', '+--', '    ', '\t', '- ', '\u00a0', '')
  const name = fc.oneof(snippet, fc.constantFrom('a', 'b.py', 'src/', 'README.md', '../x', 'a/b/c.py', 'C:\\x', './'))
  const line = fc.tuple(fc.array(stroke, { maxLength: 5 }), name).map(([strokes, text]) => strokes.join('') + text)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), lines => {
      const found = parseTree(lines.join('\n'))
      if (isRefusal(found)) {
        expect(found.code).toBe('TSQ-TREE-LINE')
        return
      }
      const alike = found.map(each => each.normalize('NFC').toLowerCase())
      expect(new Set(alike).size).toBe(alike.length)
      for (const path of found) expect(path).not.toMatch(/(?:^|\/)\.{0,2}(?:\/|$)|[\p{Cc}\\:]/u)
    }),
    { numRuns: runs.trees, seed },
  )
})
