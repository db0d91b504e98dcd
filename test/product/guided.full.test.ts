import { everyBuilt, provesBuilt, provesEmbedded } from './guided.ts'

provesEmbedded(everyBuilt)

provesBuilt([
  [
    'api-service',
    {
      components: 'together',
      exposure: ['api'],
      directories: ['config'],
      examples: true,
      tests: 'beside',
      docs: 'mkdocs',
    },
  ],
  [
    'internal-service',
    { components: 'separate', exposure: [], directories: [], examples: false, tests: 'separate', docs: 'markdown' },
  ],
  [
    'cli',
    {
      components: 'together',
      exposure: ['cli'],
      directories: ['config'],
      examples: true,
      tests: 'separate',
      docs: 'mkdocs',
    },
  ],
])
