import { expect, test } from 'vitest'
import { answered } from '../../../test/machine-commands.ts'
import { choices } from './answers/choices.ts'
import type { Given } from './answers/schema.ts'
import { answerStages, required } from './answers/stages.ts'
import { questions, summaryOf } from './summary.ts'

const complete: Given = Object.assign({}, ...answerStages.map(stage => answered[stage]))

test('everything that a stage requires and every question with a list is in its summary [C-12]', () => {
  for (const stage of answerStages) {
    const paths = questions[stage].map(([path]) => path)
    expect(required[stage].filter(path => !paths.includes(path))).toEqual([])
  }
  const asked = answerStages.flatMap(stage => questions[stage].map(([path]) => path))
  expect(Object.keys(choices).filter(path => !asked.includes(path))).toEqual([])
})

test('the summary shows what was answered, as people write it, and leaves out what was not [C-12]', () => {
  const lines = summaryOf('intake', complete)
  expect(lines.find(each => each.path === 'project.authors')?.answer).toBe('Ada <ada@example.org>')
  expect(lines.find(each => each.path === 'intake.users')?.answer).toBe('developers')
  expect(lines.some(each => each.path === 'project.remote')).toBe(false)
  expect(summaryOf('structure', complete).map(each => each.answer)).toEqual(['template', 'check (validator)'])
  expect(summaryOf('intake', {})).toEqual([])
})

test('a feature that was not answered is NO, and says so [C-50]', () => {
  const lines = summaryOf('features', { features: { api: 'none' } })
  expect(lines.find(each => each.path === 'features.api')?.answer).toBe('none')
  expect(lines.find(each => each.path === 'features.ui')?.answer).toBe('none (no answer is NO)')
})

test('reasons and further decisions are part of the architecture’s summary [C-20]', () => {
  const lines = summaryOf('architecture', {
    architecture: { ...complete.architecture, rationale: { errors: 'Python people expect them.' } },
    decisions: [{ topic: 'versioning', decision: 'tags' }],
  })
  expect(lines.map(each => [each.path, each.answer]).slice(-2)).toEqual([
    ['decisions', 'versioning: tags'],
    ['architecture.rationale.errors', 'Python people expect them.'],
  ])
})
