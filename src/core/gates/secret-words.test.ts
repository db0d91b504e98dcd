import { expect, test } from 'vitest'
import type { RepoPath } from '../../base/repo-path.ts'
import type { Finding } from './finding.ts'
import { secretWords, withoutWords } from './secret-words.ts'

const path = 'src/shop/keys.py' as RepoPath
const finding = (more: Partial<Finding>): Finding => ({
  id: 'x',
  check: 'security',
  rule: 'generic-secret',
  path,
  line: 2,
  message: 'a secret',
  severity: 'high',
  cwe: 'CWE-798',
  ...more,
})
const files = new Map([
  [path, 'import os\nAPI_KEY: Final = "q9aK3jfL2mX8vT7z" + (\n    "second-half-of-it"\n)\n\nname = "harmless-words"\n'],
])

test('what stands around a secret is quoted by no other check [K-16, Q-06]', () => {
  const words = secretWords([finding({})], files)
  const message = `left operand type: "Literal['q9aK3jfL2mX8vT7z']", 'second-half-of-it'`
  expect(withoutWords(message, words)).toBe(`left operand type: "Literal['***']", '***'`)
})

test('the name that was given the secret may be said', () => {
  const line = new Map([
    [path, 'import os\nAWS_SECRET_ACCESS_KEY: Final = "q9aK3jfL2mX8vT7z"\nof_another_line_of_code()\n'],
  ])
  const words = secretWords([finding({})], line)
  const message = 'AWS_SECRET_ACCESS_KEY is "q9aK3jfL2mX8vT7z" before of_another_line_of_code'
  expect(withoutWords(message, words)).toBe('AWS_SECRET_ACCESS_KEY is "***" before of_another_line_of_code')
})

test('a value that a tool cut short is covered too', () => {
  const words = secretWords([finding({})], files)
  expect(withoutWords("assert 'q9aK3jfL...mX8vT7z' == 'harmless-words'", words)).toBe(
    "assert '***...mX8vT7z' == 'harmless-words'",
  )
  expect(withoutWords("'...2mX8vT7z'", words)).toBe("'...***'")
})

test.each([
  ['another weakness', finding({ cwe: 'CWE-502' })],
  ['another check', finding({ check: 'style' })],
  ['a finding without a line', { ...finding({}), line: undefined } as unknown as Finding],
])('%s covers nothing', (_, each) => {
  expect(secretWords([each], files)).toEqual([])
})
