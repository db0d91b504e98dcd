import { expect, test } from 'vitest'
import { freshIn, unfitIn } from './fit.ts'

const paths = ['README.md', 'src/p/validator.py', 'docs/guide.md']
const adding = (...added: readonly string[]) => ({ add: added.map(path => ({ path, purpose: 'x' })) })

test.each([
  ['dist/notes.md', '"dist" at the top is what builds leave'],
  ['Build/notes.md', '"Build" at the top'],
  ['htmlcov/a.html', 'is never checked'],
  ['docs/.DS_Store', 'what tools leave'],
  ['.coverage', 'what tools leave'],
  ['.venv/x.py', 'never checked'],
  ['GENERATION_REPORT.md', 'a report of Trysquare'],
  ['generation_report.html', 'a report of Trysquare'],
  ['.env', 'secrets of one machine'],
  ['deploy/.env', 'secrets of one machine'],
  ['.env.local', 'git ignores it'],
  ['src/p/pyvenv.cfg', 'marks a virtual environment'],
  ['src/p/x.cpython-311.pyc', 'what Python makes of a source'],
])('a file is never added at %s [C-64]', (path, reason) => {
  expect(unfitIn(adding(path), {}, paths)).toMatchObject({
    code: 'TSQ-PATH',
    data: { path, reason: expect.stringContaining(reason) },
  })
})

test.each([
  ['src/p/validator.py/x.md', 'src/p/validator.py is a file, and nothing lies below it.'],
  ['Readme.md/x.md', 'README.md is a file, and nothing lies below it.'],
  ['docs', 'It is the folder in which docs/guide.md lies.'],
])('nor at %s, where another file is in the way [C-64]', (path, reason) => {
  expect(unfitIn(adding(path), {}, paths)).toMatchObject({ code: 'TSQ-PLAN-EDIT', data: { path, reason } })
})

test('two files that are added at once are held against each other [C-64]', () => {
  expect(unfitIn(adding('notes', 'notes/a.md'), {}, paths)).toMatchObject({ code: 'TSQ-PLAN-EDIT' })
})

test('ordinary places are fine, and what was added before is not asked about again [C-64]', () => {
  for (const path of ['src/p/build/x.py', 'docs/dist/a.md', '.env.example', 'dist', 'docs/GENERATION_REPORT.md'])
    expect(unfitIn(adding(path), {}, paths)).toBeUndefined()
  expect(unfitIn(adding('dist/old.md'), adding('dist/old.md'), paths)).toBeUndefined()
  expect(freshIn(adding('a.md', 'b.md'), adding('a.md'))).toEqual(['b.md'])
})
