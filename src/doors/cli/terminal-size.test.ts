import { expect, test } from 'vitest'
import { sized } from './terminal-size.ts'

/** Only what is looked at of a stream. */
const stream = (of: { isTTY?: boolean; columns?: number; rows?: number }): NodeJS.WriteStream =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a stream by the three members that count here
  of as NodeJS.WriteStream

test.each([
  ['says 0 × 0', { columns: 0, rows: 0 }, [80, 24]],
  ['cannot say it', {}, [80, 24]],
  ['says only its width', { columns: 132, rows: 0 }, [132, 24]],
  ['says it', { columns: 61, rows: 7 }, [61, 7]],
] as const)('a terminal that %s has a size that lines can be wrapped to [C-07]', (_, told, [columns, rows]) => {
  expect(sized(stream({ isTTY: true, ...told }))).toMatchObject({ columns, rows })
})

test('a size that is told later counts, and none again is the usual one', () => {
  const terminal = sized(sized(stream({ isTTY: true, columns: 0, rows: 0 })))
  terminal.columns = 100
  expect([terminal.columns, terminal.rows]).toEqual([100, 24])
  terminal.columns = 0
  expect(terminal.columns).toBe(80)
})

test('what is no terminal has no size', () => {
  expect(sized(stream({}))).toEqual({})
})
