import { type Cell, provesDesigns } from './matrix.ts'

const designs: readonly Cell[] = [
  [{ errors: 'results', configuration: 'files', logging: 'minimal', testing: 'unit' }, ['validator'], 'MIT'],
  [
    { errors: 'mixed', configuration: 'files', logging: 'structlog', testing: 'unit+integration' },
    ['pipeline'],
    'BSD-3-Clause',
  ],
  [
    { errors: 'mixed', configuration: 'combination', logging: 'minimal', testing: 'comprehensive' },
    ['validator', 'pipeline'],
    'proprietary',
  ],
  [
    { errors: 'exceptions', configuration: 'pydantic-settings', logging: 'stdlib', testing: 'none' },
    ['validator'],
    'GPL-3.0-or-later',
  ],
  [
    { errors: 'results', configuration: 'pydantic-settings', logging: 'stdlib', testing: 'none' },
    ['pipeline', 'validator'],
    'MIT',
  ],
  [{ errors: 'mixed', configuration: 'environment', logging: 'structlog', testing: 'unit' }, ['validator'], 'MIT'],
  [
    { errors: 'exceptions', configuration: 'combination', logging: 'minimal', testing: 'comprehensive' },
    ['pipeline', 'pipeline'],
    'MIT',
  ],
  [
    { errors: 'mixed', configuration: 'files', logging: 'structlog', testing: 'comprehensive' },
    ['client', 'worker', 'client'],
    'MIT',
  ],
]

provesDesigns(designs)
