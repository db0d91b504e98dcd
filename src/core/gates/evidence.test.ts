import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { finding } from '../../../test/machine-commands.ts'
import { contentHash } from '../../base/hash.ts'
import { ownPath } from '../../base/repo-path.ts'
import { inputsKey, type Receipt, receiptId } from './evidence.ts'

const receipt: Receipt = {
  check: 'style',
  command: ['ruff', 'check'],
  exit: 0,
  seconds: 1.5,
  output: contentHash('printed'),
  tools: { ruff: '0.17.3' },
  inputs: contentHash('inputs'),
  files: 3,
  outcome: { findings: [finding('style')], metrics: { files: 3 } },
}

/** Every way to change one leaf of a value a little. */
const changed = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') return [`${value} `, value.slice(1)]
  if (typeof value === 'number') return [value + 1]
  if (Array.isArray(value))
    return value.flatMap((each, index) => changed(each).map(other => value.with(index, other))).concat([value.slice(1)])
  return Object.entries(value as object).flatMap(([key, each]) =>
    changed(each).map(other => ({ ...(value as object), [key]: other })),
  )
}

test('the name of a receipt changes with anything in it [K-02]', () => {
  const others = changed(receipt) as readonly Receipt[]
  expect(others.length).toBeGreaterThan(25)
  const names = others.map(receiptId)
  expect(names).not.toContain(receiptId(receipt))
  expect(new Set(names).size).toBe(names.length)
  expect(receiptId({ ...receipt, exit: undefined })).not.toBe(receiptId(receipt))
})

test('a receipt has the same name wherever and whenever it is named [K-02]', () => {
  expect(receiptId(structuredClone(receipt))).toBe(receiptId(receipt))
  expect(receiptId(receipt)).toMatch(/^style-[0-9a-f]{20}$/)
})

const base = { check: 'style', version: 1, tools: { ruff: '1' }, project: { package: 'plain' } }
const key = (files: readonly (readonly [string, string])[], more: object = {}) =>
  inputsKey({ ...base, ...more, files: new Map(files.map(([path, text]) => [ownPath(path), contentHash(text)])) })

test('the inputs of a check are all that its result depends on [K-02]', () => {
  const files = [['a.py', 'x'] as const, ['b.py', 'y'] as const]
  const others = [
    key([['a.py', 'x ']]),
    key([...files, ['c.py', '']]),
    key([
      ['a.py', 'y'],
      ['b.py', 'x'],
    ]),
    key(files, { version: 2 }),
    key(files, { tools: { ruff: '2' } }),
    key(files, { project: {} }),
    key(files, { check: 'types' }),
    key([]),
  ]
  expect(new Set([key(files), ...others]).size).toBe(others.length + 1)
})

test('the order in which files were read does not count [K-02]', () => {
  const files = fc.uniqueArray(
    fc.tuple(
      fc.stringMatching(/^[a-z]{1,5}$/).map(each => `f/${each}_`),
      fc.string(),
    ),
    {
      selector: ([path]) => path,
    },
  )
  fc.assert(
    fc.property(files, all => {
      expect(key(all.toReversed())).toBe(key(all))
    }),
  )
})
