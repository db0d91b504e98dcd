import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeByHand, unmergedLine } from './merge.ts'

test('what is the same stays, and both sides of what differs stand between marks that editors know [C-08]', () => {
  expect(mergeByHand('a\nmine\nz\n', 'a\nnew\nz\n')).toBe('a\n<<<<<<< yours\nmine\n=======\nnew\n>>>>>>> planned\nz\n')
  expect(mergeByHand('same\n', 'same\n')).toBe('same\n')
  expect(unmergedLine('a\n<<<<<<< yours\n')).toBe(2)
  expect(unmergedLine('a\n=======\n<<<<<< six\n')).toBeUndefined()
})

const side = (merged: string, which: 'yours' | 'planned'): string => {
  let within: string | undefined
  return merged
    .split('\n')
    .filter(line => {
      if (line === '<<<<<<< yours') within = 'yours'
      else if (line === '=======' && within === 'yours') within = 'planned'
      else if (line === '>>>>>>> planned') within = undefined
      else return within === undefined || within === which
      return false
    })
    .join('\n')
}

test('nothing of either side is lost: each can be read back out of the merged text [C-08]', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', '', '  d'), { maxLength: 12 })
    .map(lines => lines.map(each => `${each}\n`).join(''))
  fc.assert(
    fc.property(text, text, (theirs, ours) => {
      const merged = mergeByHand(theirs, ours)
      expect(side(merged, 'yours')).toBe(theirs)
      expect(side(merged, 'planned')).toBe(ours)
      expect(unmergedLine(merged) === undefined).toBe(theirs === ours)
    }),
  )
})
