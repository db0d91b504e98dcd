import { expect, test } from 'vitest'
import rule from './rule.ts'

const secret = 'API_KEY = "q9aK3jfL2mX8vT7z"'

test('a long line hides nothing [K-16]', () => {
  for (const line of [
    `${secret}  # ${'x'.repeat(9000)}`,
    `${'x '.repeat(4500)} ${secret}`,
    `${'x'.repeat(3990)} ${secret}`,
  ]) {
    expect(rule.find(line, 'src/a.py')).toEqual([expect.objectContaining({ column: line.indexOf('API_KEY') + 1 })])
  }
  expect(rule.find(`API_KEY=q9aK3jfL2mX8vT7z # token_type: "bearer" ${'x'.repeat(9000)}`, '.env')).toHaveLength(1)
})

test('a line made to be slow is read in time', () => {
  for (const line of [`token: ${' '.repeat(50_000)}`, 'token=a'.repeat(10_000), `token:${'a '.repeat(25_000)}`]) {
    expect(rule.find(line, 'src/a.py')).toEqual([])
  }
}, 5000)
