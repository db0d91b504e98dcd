import { expect, test } from 'vitest'
import { guidedConflict } from './guided.ts'
import type { Guided } from './types.ts'

const guided: Guided = {
  components: 'separate',
  exposure: ['api'],
  directories: [],
  examples: true,
  tests: 'separate',
  docs: 'mkdocs',
}
const features = { api: 'fastapi', demo: 'minimal', docs: 'mkdocs' } as const

test('answers that fit the features are no conflict, nor features that ask for more than the tree has [C-40]', () => {
  expect(guidedConflict(guided, features)).toBeUndefined()
  expect(guidedConflict({ ...guided, exposure: [], examples: false, docs: 'markdown' }, features)).toBeUndefined()
})

test.each([
  ['api', 'structure.guided.exposure', 'features.api: fastapi'],
  ['demo', 'structure.guided.examples', 'features.demo: minimal'],
  ['docs', 'structure.guided.docs', 'features.docs: mkdocs'],
] as const)(
  'a tree with files that features.%s, answered NO, does not make is refused, with both ways out [C-50]',
  (gate, path, todo) => {
    expect(guidedConflict(guided, { ...features, [gate]: 'none' })).toMatchObject({
      code: 'TSQ-ANSWERS-INVALID',
      data: { path, todo: expect.stringContaining(todo) },
    })
  },
)
