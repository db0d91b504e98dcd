import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import { createAfter, wayTo } from '../../../test/machine-commands.ts'
import { isRefusal, type Refusal } from '../../base/refusal.ts'
import { idsOf } from '../design/answers/choices.ts'
import { readAnswers } from '../design/answers/read.ts'
import type { Given } from '../design/answers/schema.ts'
import { type AnswersText, readAnswersText } from './answers-file.ts'
import { answersFileOf } from './answers-print.ts'

const text = (source: string): AnswersText => {
  const found = readAnswersText(source, 'answers.yaml')
  if (isRefusal(found)) throw new Error(JSON.stringify(found))
  return found
}
const refused = (source: string): Refusal => {
  const found = readAnswersText(source, 'answers.yaml')
  if (!isRefusal(found)) throw new Error('it was read')
  return found
}
/** Reads a file as the program does: every problem with its line. */
const read = (source: string): Given | readonly Refusal[] => {
  const { value, lineOf } = text(source)
  return readAnswers(value, path => {
    const line = lineOf(path)
    return line === undefined ? {} : { line }
  })
}
const problems = (source: string) => {
  const found = read(source)
  return Array.isArray(found) ? (found as readonly Refusal[]).map(each => [each.place?.line, each.code]) : []
}

test('values keep their source text: an unquoted 3.10 is Python 3.10, and no is a word [N-01]', () => {
  expect(text('a: 3.10\nb: no\nc: 0x1F\nd: 2026-11-21\ne: null\nf: 1e3').value).toEqual({
    a: '3.10',
    b: 'no',
    c: '0x1F',
    d: '2026-11-21',
    e: 'null',
    f: '1e3',
  })
  expect(read('intake: {python: 3.10}\ngit: no')).toEqual({ intake: { python: '==3.10.*' }, git: false })
})

test.each(['', '\n', '# only a comment\n', '---\n', '\ufeff', '{}'])(
  'a file that answers nothing is read as such: %j [N-02]',
  source => {
    expect(read(source)).toEqual({})
  },
)

const file = `# Answers
intake:
  package_name: orders

  purpose: libary
  users: [developers,
    developer]
project:
  authors:
    - name: Ada
      email: ada@example.org
    - name: Bob
      emial: bob@example.org
components:
  - name: order
    kind: validator
    does: Checks.
  - name: class
    kind: validator
    does: |
      Checks
      more.
    path: ../evil.py
features:
  ui: B
aprovals: {}
`

test('every problem is told with its own line, nested lists included [N-01]', () => {
  const expected = [
    [5, 'TSQ-ANSWERS-VALUE'],
    [7, 'TSQ-ANSWERS-VALUE'],
    [12, 'TSQ-ANSWERS-SHAPE'],
    [13, 'TSQ-ANSWERS-KEY'],
    [18, 'TSQ-ANSWERS-INVALID'],
    [23, 'TSQ-ANSWERS-INVALID'],
    [25, 'TSQ-ANSWERS-LETTER'],
    [26, 'TSQ-ANSWERS-KEY'],
  ]
  expect(problems(file)).toEqual(expected)
  expect(problems(file.replaceAll('\n', '\r\n'))).toEqual(expected)
})

test('what is not there has the line of its nearest parent, and nothing has none', () => {
  const { lineOf } = text(file)
  expect(lineOf(['components', 1, 'options', 'deep', 'er'])).toBe(18)
  expect(lineOf(['intake', 'maturity'])).toBe(2)
  expect(lineOf(['nothing'])).toBeUndefined()
  expect(lineOf([])).toBe(2)
})

test.each([
  ['a repeated key', 'git: true\ngit: false', 2, 1, 'there twice'],
  ['a repeated nested key', 'intake:\n  purpose: A\n  users: [A]\n  purpose: B', 4, 3, 'there twice'],
  ['a tab', 'intake:\n\tpurpose: A', 2, 1, 'Tabs'],
  ['an open quote', 'git: "true\nintake: {', 2, 10, ''],
  ['two documents', 'git: true\n---\ngit: false', 2, 1, 'more than one document'],
  ['endless nesting', `git: ${'['.repeat(60_000)}`, 1, undefined, 'nested too deeply'],
  ['broken JSON', '{"intake": {"purpose": "library"},\n "git" true "date": 1}', 2, 8, ''],
])('%s is refused with its line and column [N-01] [Q-05]', (_, source, line, column, problem) => {
  const found = refused(source)
  expect(found).toMatchObject({
    code: 'TSQ-ANSWERS-SYNTAX',
    place: { file: 'answers.yaml', line, column: column ?? expect.any(Number) },
  })
  expect((found.data as { readonly problem: string }).problem).toContain(problem)
})

test('aliases that multiply are refused before they fill the memory [Q-05]', () => {
  const levels = Array.from({ length: 9 }, (_, level) =>
    level === 0
      ? 'a0: &a0 [x, x, x, x, x, x, x, x, x]'
      : `a${level}: &a${level} [${Array(9)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
  )
  expect(refused(levels.join('\n'))).toMatchObject({ code: 'TSQ-ANSWERS-SYNTAX' })
  expect(refused('git: *nobody')).toMatchObject({ code: 'TSQ-ANSWERS-SYNTAX' })
})

test('an honest alias is read', () => {
  expect(text('a: &x hello\nb: *x').value).toEqual({ a: 'hello', b: 'hello' })
})

test('a value that holds itself is refused: nothing could be made of it, or kept in a journal [Q-05]', () => {
  expect(refused('a: &a\n  - *a')).toMatchObject({ code: 'TSQ-ANSWERS-SYNTAX' })
  expect(refused('components:\n  - {name: order, kind: validator, does: x, options: &o {self: *o}}')).toMatchObject({
    code: 'TSQ-ANSWERS-SYNTAX',
  })
})

test.each([
  'just a sentence',
  '- a\n- b',
  '\u0000\u0001',
  '%PDF-1.4\n%âãÏÓ',
  '<html></html>',
  '!!python/object:os.system x',
])('what is no set of answers is refused, not thrown at: %j [Q-05]', source => {
  const found = readAnswersText(source)
  const codes = isRefusal(found) ? [found.code] : problems(source).map(([, code]) => code)
  expect(codes.length).toBeGreaterThan(0)
})

const words = fc
  .string({ minLength: 1, maxLength: 40, unit: 'grapheme' })
  .map(each => each.replaceAll(/\s+/g, ' ').trim())
  .filter(each => each !== '')
const one = <T>(values: readonly T[]) => fc.constantFrom(...values)
const given = fc.record(
  {
    intake: fc.record(
      {
        package_name: one(['plain', 'schema_guard', 'null_safe', 'yes_no']),
        description: fc.oneof(
          words,
          one(['3.10', 'no', 'null', '- a', '{a: b}', '"', '#', 'a: b', '*x', '&x', '!x', '|', '>']),
        ),
        purpose: one(idsOf('intake.purpose')),
        users: fc.uniqueArray(one(idsOf('intake.users')), { minLength: 1 }),
        python: one(['>=3.11', '==3.12.*', '>=3.11,<3.14']),
        non_goals: fc.array(words, { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
    architecture: fc.record(
      { errors: one(idsOf('architecture.errors')), testing: one(idsOf('architecture.testing')) },
      { requiredKeys: [] },
    ),
    structure: fc.record(
      { mode: one(idsOf('structure.mode')), tree: fc.string({ unit: 'grapheme' }) },
      { requiredKeys: [] },
    ),
    decisions: fc.array(fc.record({ topic: words, decision: words, why: words }), { maxLength: 3 }),
    features: fc.record({ api: one(idsOf('features.api')), ui: one(idsOf('features.ui')) }, { requiredKeys: [] }),
    git: fc.boolean(),
    date: one(['2026-11-21', '2024-02-29']),
  },
  { requiredKeys: [] },
)

test('answers written as YAML are read as the same answers [N-01]', () => {
  fc.assert(
    fc.property(given, answers => {
      expect(read(stringify(answers))).toEqual(answers)
    }),
  )
})

test('the file that a run saves is read as the answers that the run was given [N-01]', () => {
  const state = createAfter(...wayTo.finished)
  fc.assert(
    fc.property(given, answers => {
      const { approvals: _, ...saved } = read(answersFileOf({ ...state, given: answers })) as Given
      expect(saved).toMatchObject(answers)
    }),
  )
})

test('whatever the file holds, it is read or refused, and never thrown at [Q-05]', () => {
  const line = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.constantFrom(
      'intake:',
      '  purpose: A',
      '  users: [',
      ']',
      '- x',
      '&a',
      '*a',
      '<<: *a',
      '? [a]',
      ': b',
      '__proto__: 1',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), lines => {
      const found = readAnswersText(lines.join('\n'))
      const problem = isRefusal(found) ? found : readAnswers(found.value)
      expect(problem).toBeTypeOf('object')
    }),
  )
})
