import { expect, test } from 'vitest'
import { secretScanner } from './secrets.ts'

test('a secret is found with its place and is never repeated [K-16, Q-06]', async () => {
  const secret = 'AKIAIOSFODNN7ABCDEFG'
  const hits = await secretScanner().scan('a.yaml', `x: 1\nid: ${secret}\n`)
  expect(hits.map(each => [each.rule, each.line, each.column])).toEqual([['aws', 2, 5]])
  expect(JSON.stringify(hits)).not.toContain(secret)
})

test('ordinary text has no secrets', async () => {
  expect(await secretScanner().scan('README.md', '# A library\n\nSet `API_KEY` first.\n')).toEqual([])
})
