import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { hostile, poisoned, sampleModel } from '../../../../test/report-models.ts'
import html from './report.ts'

const tags = (page: string): readonly string[] => [...page.matchAll(/<[^>]*>?/g)].map(([tag]) => tag)
/** The tags of a page, and what of its words could still be read as markup. */
const shape = (said: string) => {
  const page = html.print(poisoned(sampleModel(), said))
  const words = page.replace(/<style>[\s\S]*<\/style>/, '').replace(/<[^>]*>/g, '')
  return { tags: tags(page), loose: words.replace(/&(?:amp|lt|gt|quot|#39);/g, '').match(/[&<>"']/g) }
}
/** A page with harmless words: what hostile words must not add to. */
const expected = { ...shape('words'), loose: null }

test.for(hostile)('%j stays words [C-81]', said => {
  expect(shape(said)).toEqual(expected)
})

test('so does any other text [C-81]', () => {
  const marks = fc.string({ unit: fc.constantFrom(...'<>"\'&;/=! -a\n'.split('')), maxLength: 24 })
  fc.assert(
    fc.property(fc.oneof(marks, fc.string({ unit: 'binary' })), said => {
      expect(shape(said)).toEqual(expected)
    }),
    { numRuns: 40 },
  )
})

test('the page loads nothing and runs nothing; its policy allows its own style alone [C-81]', () => {
  const page = html.print(sampleModel())
  expect(page).not.toMatch(/<script|\ssrc=|url\(|@import|https?:/)
  const style = /<style>([\s\S]*)<\/style>/.exec(page)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(page).toContain(
    `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
})

test('the navigation leads to every part [C-81]', () => {
  const page = html.print(sampleModel())
  const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(targets).toHaveLength(10)
  for (const id of targets) expect(page).toContain(` id="${id}"`)
})
