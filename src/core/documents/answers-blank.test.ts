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

test('opened for an editor it holds only the sections asked for, as empty keys [C-10]', () => {
  const value = parsed(blankAnswers({ open: ['intake', 'project'] })) as Record<string, Record<string, unknown>>
  expect(Object.keys(value)).toEqual(['intake', 'project'])
  expect(Object.keys(value['intake'] ?? {})).toHaveLength(11)
})
