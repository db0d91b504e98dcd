import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { must, sampleText, scratch } from './product.ts'

const page = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8')
const withoutBlankLines = (text: string) => text.replaceAll(/\n{2,}/g, '\n').trim()

test('our own README shows how a run ends, to the letter', async () => {
  const [, session] = /```text\n((?:(?!```)[\s\S])*ready for development\n)```/.exec(page) ?? []
  expect(session).toBeDefined()
  const place = scratch()
  const answers = place.write('a.yaml', sampleText('schema-guard'))
  const made = must(await place.tsq(['new', '--out', place.path('schema-guard'), '--answers', answers]), 0)
  place.remove()
  expect(withoutBlankLines(made.stdout)).toContain(withoutBlankLines(session ?? ''))
})
