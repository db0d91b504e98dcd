import { expect, test } from 'vitest'
import { lineStarts, ruffFix } from './ruff-fix.ts'

test('lines begin where Ruff counts them, whatever ends them', () => {
  expect(lineStarts('a\nb\r\nc\rd')).toEqual([0, 2, 5, 7])
})

const diagnostic = {
  code: 'F901',
  message: '',
  start: { row: 2, column: 3 },
  end: { row: 2, column: 4 },
  fix: { message: null, edits: [{ content: 'x', start: { row: 2, column: 3 }, end: { row: 2, column: 4 } }] },
}

test('Ruff’s change is a mend where the rule says so [K-30]', () => {
  const mends = { does: 'Writes x.', safety: 'safe' } as const
  expect(ruffFix(diagnostic, [0, 10], { by: 'ruff', code: 'F901', mends })).toEqual({
    ...mends,
    edits: [{ start: 12, end: 13, text: 'x' }],
  })
  expect(ruffFix(diagnostic, [0, 10], { by: 'ruff', code: 'F901' })).toBeUndefined()
  expect(ruffFix({ ...diagnostic, fix: null }, [0, 10], { by: 'ruff', code: 'F901', mends })).toBeUndefined()
})
