import { expect, test } from 'vitest'
import { ownPath } from '../../base/repo-path.ts'
import type { Checked } from './rows.ts'
import { withWholeTree } from './whole-tree.ts'

const checked: readonly Checked[] = ['syntax', 'contract', 'tests'].map(check => ({
  check,
  title: check,
  outcome: { findings: [], metrics: { files: 1 } },
  receipt: `${check}-receipt`,
  appliesTo: () => true,
}))
const found = (tree: Partial<Parameters<typeof withWholeTree>[1]>) =>
  withWholeTree(checked, { unseen: new Map(), gone: [], moved: false, ...tree }).flatMap(each =>
    each.outcome.findings.map(({ rule, path }) => [each.check, rule, path]),
  )

test('a tree with which nothing is wrong changes no result [K-03]', () => {
  expect(withWholeTree(checked, { unseen: new Map(), gone: [], moved: false })).toEqual(checked)
})

test('what no check could look at is a finding of the syntax check, a picture is not [K-03]', () => {
  const unseen = new Map([
    ['src/a.py', { kind: 'unreadable', content: 'f00d' } as const],
    ['.env', { kind: 'unreadable', content: 'f00d' } as const],
    ['docs/picture.png', { kind: 'binary', content: 'f00d' } as const],
    ['data', { kind: 'link', content: 'a link' } as const],
  ])
  expect(found({ unseen })).toEqual([
    ['syntax', 'not-checked', 'src/a.py'],
    ['syntax', 'not-checked', '.env'],
    ['syntax', 'not-checked', 'data'],
  ])
})

test('an accepted file that is gone belongs to the contract, a tree that moved to the syntax check [K-11] [K-03]', () => {
  expect(found({ gone: [ownPath('tests/test_a.py')], moved: true })).toEqual([
    ['syntax', 'changed-while-checked', '.'],
    ['contract', 'gone', 'tests/test_a.py'],
  ])
})
