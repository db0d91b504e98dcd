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
  expect(guidedConflict(guided, features, 'api-service')).toBeUndefined()
  expect(
    guidedConflict({ ...guided, exposure: [], examples: false, docs: 'markdown' }, features, 'library'),
  ).toBeUndefined()
})

test.each([
  ['api', 'structure.guided.exposure', 'features.api: fastapi'],
  ['demo', 'structure.guided.examples', 'features.demo: minimal'],
  ['docs', 'structure.guided.docs', 'features.docs: mkdocs'],
] as const)(
  'a tree with files that features.%s, answered NO, does not make is refused, with both ways out [C-50]',
  (gate, path, todo) => {
    expect(guidedConflict(guided, { ...features, [gate]: 'none' }, 'api-service')).toMatchObject({
      code: 'TSQ-ANSWERS-INVALID',
      data: { path, todo: expect.stringContaining(todo) },
    })
  },
)

test('a program is reached from a terminal, and its tree says so [C-40]', () => {
  const gates = { api: 'none', demo: 'minimal', docs: 'mkdocs' } as const
  expect(guidedConflict({ ...guided, exposure: ['cli'] }, gates, 'cli')).toBeUndefined()
  expect(guidedConflict({ ...guided, exposure: [] }, gates, 'cli')).toMatchObject({
    data: { path: 'structure.guided.exposure', todo: expect.stringContaining('[cli]') },
  })
})
