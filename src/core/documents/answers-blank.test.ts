import { expect, test } from 'vitest'
import { choices, type Option } from '../design/answers/choices.ts'
import { readAnswers } from '../design/answers/read.ts'
import { required } from '../design/answers/stages.ts'
import { suggest } from '../design/suggest.ts'
import { blankAnswers } from './answers-blank.ts'
import { readAnswersText } from './answers-file.ts'

const parsed = (text: string) => {
  const read = readAnswersText(text)
  if (!('value' in read)) throw new Error('not YAML')
  return read.value
}

test('the blank file is valid and answers nothing [N-02]', () => {
  expect(readAnswers(parsed(blankAnswers()))).toEqual({})
})

test('it holds every required key and every option with its letter [N-01]', () => {
  const text = blankAnswers()
  for (const path of Object.values(required).flat()) expect(text).toContain(`${path.split('.').at(-1)}:`)
  for (const { options } of Object.values(choices) as { options: readonly Option[] }[])
    for (const each of options) expect(text).toContain(`${each.letter} ${each.id}: `)
})

test('with the number signs taken away it is YAML with every section in its order [N-01]', () => {
  const live = blankAnswers()
    .split('\n')
    .map(line => (/^#[^ ]|^# {2,}[a-z_]+:|^# +- /.test(line) ? line.slice(1) : line))
    .join('\n')
  expect(Object.keys(parsed(live) as object)).toEqual([
    'intake',
    'project',
    'architecture',
    'decisions',
    'structure',
    'components',
    'features',
    'report',
    'git',
    'date',
    'approvals',
  ])
})

test('the common answer of a question that has longer ones is named [N-02]', () => {
  const plan = /# (One of [^\n]*)\n#  plan:/.exec(blankAnswers())?.[1]
  expect(plan).toMatch(/\bapprove\b/)
})

test('what a sentence suggests stands beside its key, and answers nothing [N-04]', () => {
  const text = blankAnswers({ ideas: suggest('an orders API: # really') })
  expect(text).toContain('  # Suggested: orders  (what it is about ("orders"))\n#  package_name:')
  expect(text).toContain('  # Suggested: api-service  (the word "API")\n#  purpose:')
  expect(text).toContain(
    '  # Suggested: a user interface; jobs that run for hours  (your sentence does not ask for it)',
  )
  expect(readAnswers(parsed(text))).toEqual({})
})

test('what hangs on no other answer is suggested without a sentence, as in the terminal; the rest is not [N-04] [Q-22]', () => {
  const text = blankAnswers()
  expect(text).toContain('  # Suggested: ">=3.11"  (every version that still gets security fixes)\n#  python:')
  expect(text).toContain('  # Suggested: MIT  (it asks the least of those who use it)\n#  license:')
  expect(text).toMatch(/# Suggested: uv {2}\([^\n]*\n# {2}dependencies:/)
  expect(text).not.toMatch(/# Suggested: [^\n]*\n# {2}(?:purpose|deployment|testing):/)
})

test('when the sentence tells the purpose, what follows from it is suggested too [N-04]', () => {
  const text = blankAnswers({ ideas: suggest('a library that validates JSON') })
  expect(text).toContain('  # Suggested: local  (a library runs where it is installed)\n#  deployment:')
  expect(text).toMatch(/# Suggested: environment {2}\([^\n]*\n# {2}configuration:/)
})

test('it names the kinds of component, how to read about one, and shows the options of one [C-42] [N-01]', () => {
  const kinds = [
    { id: 'validator', title: 'Checks structured data.' },
    { id: 'resource', title: 'Keeps things.', sample: 'fields:\n  name: {type: str}\n' },
  ]
  const text = blankAnswers({ kinds })
  expect(text).toContain('`trysquare explain resource` says more of one')
  expect(text).toContain('    #   validator: Checks structured data.\n')
  expect(text).toContain('    #   options:\n    #     fields:\n    #       name: {type: str}\n#    options:')
  expect(text).not.toContain('shelf')
  expect(readAnswers(parsed(text))).toEqual({})
})

test('opened for an editor it holds only the sections asked for, as empty keys [C-10]', () => {
  const value = parsed(blankAnswers({ open: ['intake', 'project'] })) as Record<string, Record<string, unknown>>
  expect(Object.keys(value)).toEqual(['intake', 'project'])
  expect(Object.keys(value['intake'] ?? {})).toHaveLength(11)
})
