import type { Candidate } from '../src/core/design/plan/units.ts'

/** A file that some unit would make, of which a test says only what matters to it. */
export const candidate = (wanted: Partial<Candidate> & Pick<Candidate, 'role' | 'path'>): Candidate => ({
  unit: { shelf: 'artifacts', id: wanted.role, version: 1 },
  item: '',
  accepts: path => path === wanted.path,
  standing: { template: true },
  purpose: 'A file.',
  effort: 'simple',
  needs: [],
  from: [],
  maker: 'template',
  contribution: {},
  early: {},
  collects: [],
  reading: () => ({}),
  file: { path: () => wanted.path, purpose: 'A file.', effort: 'simple' },
  reads: [],
  ...wanted,
})
