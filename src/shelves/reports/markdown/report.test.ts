import * as fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { hostile, poisoned, sampleModel } from '../../../../test/report-models.ts'
import markdown from './report.ts'

const reader = new MarkdownIt({ html: true })

type Token = ReturnType<typeof reader.parse>[number]
const flat = (text: string): readonly Token[] =>
  reader.parse(text, {}).flatMap(token => [token, ...(token.children ?? [])])

const ours = /^(?:<details>\n<summary>[^<>]*<\/summary>\n?|<\/details>\n?)$/

const isStrange = ({ type, content }: Token) =>
  type === 'html_inline' || type === 'image' || (type === 'html_block' && !ours.test(content))

/** What a document is made of, without the words; raw HTML that is not ours, and images, are named. */
const shape = (said: string) => {
  const tokens = flat(markdown.print(poisoned(sampleModel(), said)))
  const count = (type: string) => tokens.filter(token => token.type === type).length
  return {
    strange: tokens.filter(isStrange).map(token => token.content),
    links: count('link_open'),
    headings: count('heading_open'),
    tables: count('table_open'),
    cells: count('td_open'),
    fences: count('fence'),
  }
}

const expected = shape('words')

test('the only links are those to the nine parts [C-80]', () => {
  expect(expected).toMatchObject({ strange: [], links: 9 })
  expect(
    flat(markdown.print(sampleModel()))
      .flatMap(token => token.attrGet('href') ?? [])
      .every(href => /^#[1-9]-[a-z-]+$/.test(String(href))),
  ).toBe(true)
})

test('every link leads to a heading [C-80]', () => {
  const printed = markdown.print(sampleModel())
  const anchors = [...printed.matchAll(/^## (.+)$/gm)].map(
    ([, title = '']) =>
      `#${title
        .toLowerCase()
        .replace(/[^\w -]/g, '')
        .replaceAll(' ', '-')}`,
  )
  for (const [, href = ''] of printed.matchAll(/\]\((#[^)]+)\)/g)) expect(anchors).toContain(href)
})

test.for(hostile)('%j stays words: no HTML, link, heading, table or fence of its own [C-81]', said => {
  expect(shape(said)).toEqual(expected)
})

test('so does any other text [C-81]', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'`~#<>[]()!|\\*_-+=.:&1 \n\ta'.split('')), maxLength: 24 })
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: 'binary' })), said => {
      expect(shape(said)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('a sub-prompt is reproduced to the letter [C-80]', () => {
  const [prompt] = sampleModel().prompts
  expect(
    flat(markdown.print(sampleModel())).some(
      token => token.type === 'fence' && token.content.trimEnd() === prompt?.text.trimEnd(),
    ),
  ).toBe(true)
})
