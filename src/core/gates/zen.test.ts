import { type Arbitrary, array, assert, constant, constantFrom, integer, property, record } from 'fast-check'
import { expect, test } from 'vitest'
import { type ZenLine, type ZenShare, zenLines, zenOf } from './zen.ts'

const lines = Object.keys(zenLines) as ZenLine[]
const shares = new Map<string, ZenShare>(lines.map((line, index) => [`rule-${index}`, { line, costs: index + 1 }]))

const finding = record({
  rule: constantFrom(...shares.keys(), 'of-no-line'),
  path: constantFrom('src/a.py', 'src/b.py', 'tests/test_a.py') as Arbitrary<never>,
  line: integer({ min: 1, max: 99 }),
  message: constant('It is so.'),
})
const code = integer({ min: 1, max: 5000 })
const files = (size: number) => [{ path: 'src/a.py', code: size }]

test('another finding never raises a percentage, and none leaves 0 to 100 [M-07]', () => {
  assert(
    property(array(finding, { maxLength: 60 }), finding, code, (found, another, size) => {
      const [before, after] = [zenOf(found, shares, files(size)), zenOf([...found, another], shares, files(size))]
      expect(after.percent).toBeLessThanOrEqual(before.percent ?? -1)
      after.lines.forEach(({ percent }, index) => {
        expect(percent).toBeLessThanOrEqual(before.lines[index]?.percent ?? -1)
        expect(percent).toBeGreaterThanOrEqual(0)
      })
    }),
  )
})

test('more code of the same kind never lowers a percentage [M-07]', () => {
  assert(
    property(array(finding, { maxLength: 60 }), code, code, (found, size, more) => {
      expect(zenOf(found, shares, files(size + more)).percent).toBeGreaterThanOrEqual(
        zenOf(found, shares, files(size)).percent ?? 101,
      )
    }),
  )
})

test('the whole is never better than its worst line, and is 100 only where nothing is found [M-07]', () => {
  assert(
    property(array(finding, { maxLength: 60 }), code, (found, size) => {
      const zen = zenOf(found, shares, files(size))
      expect(zen.percent).toBeLessThanOrEqual(Math.min(...zen.lines.map(each => each.percent ?? -1)))
      expect(zen.percent === 100).toBe(zen.lines.every(each => each.deductions.length === 0))
    }),
  )
})

test('no code gives no percentage, whatever lies in tests [M-07]', () => {
  const zen = zenOf([], shares, [{ path: 'tests/test_a.py', code: 300 }])
  expect([zen.percent, zen.code]).toEqual([undefined, 0])
  expect(zen.lines.every(each => each.percent === undefined)).toBe(true)
})

test('every deduction has its place, and what is beside the program takes nothing [M-07]', () => {
  const place = { line: 3, message: 'It is so.' }
  const zen = zenOf(
    [
      { rule: 'rule-1', path: 'src/a.py' as never, ...place },
      { rule: 'rule-1', path: 'tests/test_a.py' as never, ...place },
    ],
    shares,
    files(100),
  )
  expect(zen.percent).toBe(98)
  expect(zen.lines[1]).toEqual({
    line: 'simple',
    percent: 98,
    deductions: [{ rule: 'rule-1', path: 'src/a.py', ...place, costs: 2 }],
  })
})
