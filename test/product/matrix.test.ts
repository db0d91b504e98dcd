import { provesDesigns } from './matrix.ts'

// The answer whose tools leave the most behind; the others are in matrix.full.test.ts.
provesDesigns([
  [
    { errors: 'results', configuration: 'combination', logging: 'structlog', testing: 'comprehensive' },
    ['pipeline', 'validator'],
    'Apache-2.0',
  ],
])
