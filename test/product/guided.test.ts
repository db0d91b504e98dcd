import * as fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { answersOf, everyBuilt, provesBuilt, provesEmbedded } from './guided.ts'
import { scratch } from './product.ts'

const place = scratch()
afterAll(place.remove)

const library = {
  components: 'separate',
  exposure: [],
  directories: [],
  examples: true,
  tests: 'separate',
  docs: 'markdown',
} as const

test('none of the six answers is assumed, and a feature answered NO is no tree’s [C-40] [N-02]', async () => {
  const tried = (name: string, change: (text: string) => string) =>
    place.tsq([
      'new',
      '--embedded',
      '--out',
      place.path(name),
      '--answers',
      place.write(`${name}.yaml`, change(answersOf(['library', library]))),
    ])
  const open = await tried('open', text => text.replace(/^ {4}tests: .*\n/m, ''))
  expect([open.exit, open.stderr]).toEqual([3, expect.stringContaining('structure.guided.tests')])
  const torn = await tried('torn', text => text.replace('demo: minimal', 'demo: none'))
  expect([torn.exit, torn.stderr]).toEqual([
    2,
    expect.stringMatching(/structure\.guided\.examples[\s\S]*torn\.yaml:\d+/),
  ])
  expect(torn.stderr.replaceAll(/\s+/g, ' ')).toContain('Answer `features.demo: minimal`, or answer')
})

// A few of them, the same at every run; guided.full.test.ts makes them all.
provesEmbedded(fc.sample(fc.constantFrom(...everyBuilt), { seed: 20_261_121, numRuns: 4 }))

provesBuilt([
  [
    'library',
    {
      components: 'together',
      exposure: [],
      directories: ['config'],
      examples: true,
      tests: 'beside',
      docs: 'mkdocs',
    },
  ],
])
