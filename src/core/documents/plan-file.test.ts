import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { outlines } from '../../../test/machine-commands.ts'
import { isRefusal } from '../../base/refusal.ts'
import type { PlanEdits } from '../design/plan/edits.ts'
import { planFile, readPlanFile } from './plan-file.ts'

const [first, second] = outlines
const text = planFile(outlines)
const read = (edited: string, before: PlanEdits = {}) => readPlanFile(edited, outlines, before)
const line = (path: string) => `  - path: ${path}\n    purpose: A file.\n`

test('a plan that was not changed has no edits, and earlier ones stay [C-64]', () => {
  expect(read(text)).toEqual({})
  const before: PlanEdits = { remove: { 'CHANGELOG.md': 'elsewhere' }, order: [second.path, first.path], why: 'first' }
  expect(readPlanFile(text, outlines, before)).toEqual(before)
})

test('a file that was taken out is left out, for the reason that is given [C-64]', () => {
  const edited = text.replace('why: ""', 'why: not now').replace(line(second.path), '')
  expect(read(edited)).toEqual({ remove: { [second.path]: 'not now' } })
})

test('a new file is added, where it stands when it stands among the others [C-64]', () => {
  const own = '  - {path: docs/runbook.md, purpose: What to do at night.}\n'
  const add = [{ path: 'docs/runbook.md', purpose: 'What to do at night.' }]
  expect(read(text + own)).toEqual({ add })
  expect(read(text.replace('files:\n', `files:\n${own}`).replace('why: ""', 'why: it comes first'))).toEqual({
    add,
    order: ['docs/runbook.md', first.path, second.path],
    why: 'it comes first',
  })
})

test('moved files are an order [C-64]', () => {
  const moved = planFile([second, first]).replace('why: ""', 'why: it is urgent')
  expect(read(moved)).toEqual({ order: [second.path, first.path], why: 'it is urgent' })
})

test.each([
  ['no YAML', 'files: [', '1, column 9'],
  ['broken JSON', '{"why": "",\n "files": [{"path" "a"}]}', '2, column 20'],
  ['no list', 'why: x\n', undefined],
  ['a file that is a word', 'files:\n  - README.md\n', 2],
  ['a file without a path', 'files:\n  - purpose: x\n', 2],
  ['a new file without a purpose', 'files:\n  - path: new.md\n', 2],
  ['a key that means nothing', 'files:\n  - {path: a.md, purpose: x, owner: me}\n', 2],
  ['the same key twice', 'files: []\nfiles: []\n', '2, column 1'],
] as const)('%s is refused with its line, and nothing is changed [C-64] [Q-20]', (_, given, at) => {
  const refused = read(given)
  expect(isRefusal(refused)).toBe(true)
  expect(refused).toMatchObject({
    code: 'TSQ-PLAN-EDIT',
    data: { path: at === undefined ? 'the edited plan' : `line ${at} of the edited plan` },
  })
})

test('whatever is written into the file, it is read or refused, never thrown at [Q-05]', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), fc.nat(text.length), (noise, at) => {
      read(text.slice(0, at) + noise + text.slice(at))
    }),
    { numRuns: 300 },
  )
})
