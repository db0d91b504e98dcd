import { expect, test } from 'vitest'
import { isHeldToWords, saying } from './vocabulary.ts'

test('source, tests and what users read are held to their words; records of plans and changes are not [K-19, P-15]', () => {
  const held = ['src/shop/a.py', 'tests/test_a.py', 'README.md', 'docs/use.md']
  const free = [
    'docs/PHASE_2.md',
    'docs/decisions/0001.md',
    'CHANGELOG.md',
    'docs/adr/1.md',
    '.claude/x.md',
    'AGENTS.md',
  ]
  expect(held.filter(each => !isHeldToWords(each))).toEqual([])
  expect(free.filter(isHeldToWords)).toEqual([])
})

test('a roadmap may speak of phases, and a line of data is not read [K-19]', () => {
  const look = saying(/Phase \d/, words => words)
  const prose = { text: 'see  Phase 2 there', line: 3, column: 1, kind: 'markdown' } as const
  expect(look(prose)).toEqual({ line: 3, column: 6, end: { line: 3, column: 13 }, message: 'Phase 2' })
  expect(look({ ...prose, section: 'Roadmap' })).toBeUndefined()
  expect(look({ ...prose, text: `Phase 2 ${'x'.repeat(1000)}` })).toBeUndefined()
})
