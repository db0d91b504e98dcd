import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { shellWord } from '../src/base/shell-word.ts'

test.each([
  ['/home/ada/orders-api', '/home/ada/orders-api'],
  ['/home/ada/my orders', "'/home/ada/my orders'"],
  ["it's", String.raw`'it'\''s'`],
  ['new\nline', String.raw`$'new\x0aline'`],
])('%j is written %s', (text, written) => {
  expect(shellWord(text)).toBe(written)
})

test('a shell reads every name back as it is, and runs nothing of it [Q-05]', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('$(id)', '`id`', '"', "'", '!x', '\\', 'a\nb', '-n', '*'),
  )
  fc.assert(
    fc.property(
      fc.array(
        name.filter(each => !each.includes('\0')),
        { minLength: 1, maxLength: 20 },
      ),
      names => {
        const said = execFileSync('bash', ['-c', `printf '%s\\0' ${names.map(shellWord).join(' ')}`], {
          encoding: 'utf8',
        })
        expect(said.split('\0').slice(0, -1)).toEqual(names.map(each => each.toWellFormed()))
      },
    ),
    { numRuns: 15 },
  )
})
