import * as fc from 'fast-check'
import { everyBuilt, provesBuilt, provesEmbedded } from './guided.ts'

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
      tests: 'separate',
      docs: 'mkdocs',
    },
  ],
])
