import { expect, test } from 'vitest'
import { fencedBlocks } from './fenced.ts'

test.each([
  ['nothing', 'just words\n', []],
  ['one among words', 'Here it is:\n\n```python\nx = 1\n```\n\nDone.', ['x = 1\n']],
  ['a fence of another kind inside', '~~~\n```\nx\n```\n~~~\n', ['```\nx\n```\n']],
  ['a longer fence around a shorter one', '````md\n```\nx\n```\n````\n', ['```\nx\n```\n']],
  ['two', '```\na\n```\n```\nb\n```\n', ['a\n', 'b\n']],
  ['one that never ends', '```\nx = 1\n', []],
])('%s', (_, text, blocks) => {
  expect(fencedBlocks(text)).toEqual(blocks)
})
